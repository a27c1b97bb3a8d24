import { z } from 'zod'
import { bySize, bySizeSchema, type BySize } from './composed/by-size.ts'
import { combined, combinedSchema, type Combined } from './composed/combined.ts'
import { gate, gateSchema, type Gate } from './composed/gate.ts'
import { against, againstSchema, type Against } from './group/against.ts'
import { minMax, minMaxSchema, type MinMax } from './group/min-max.ts'
import { rank, rankSchema, type Rank } from './group/rank.ts'
import { anchors, anchorsSchema } from './own/anchors.ts'
import { bands, bandsSchema } from './own/bands.ts'
import { deduction, deductionSchema } from './own/deduction.ts'
import { fixed, fixedSchema } from './own/fixed.ts'
import { linear, linearSchema } from './own/linear.ts'
import { perItem, perItemSchema } from './own/per-item.ts'
import { stepper, stepperSchema } from './own/stepper.ts'
import { table, tableSchema } from './own/table.ts'
import type { GroupRunner, OwnRunner, Runner, Tables } from './situation.ts'

const own = [
  linearSchema,
  fixedSchema,
  stepperSchema,
  bandsSchema,
  tableSchema,
  anchorsSchema,
  perItemSchema,
  deductionSchema,
] as const

/** By the unit's own figures. */
export type OwnMeasure = Readonly<z.infer<(typeof own)[number]>>
/** By the figures of all units of the pool. */
export type GroupMeasure = MinMax | Rank | Against
/** Out of other measures. */
export type ComposedMeasure = Gate | BySize | Combined

export type Measure = OwnMeasure | GroupMeasure | ComposedMeasure

export const measureSchema: z.ZodType<Measure> = z.lazy(() =>
  z.discriminatedUnion('kind', [
    ...own,
    minMaxSchema,
    rankSchema,
    againstSchema(measureSchema),
    gateSchema(measureSchema),
    bySizeSchema(measureSchema),
    combinedSchema(measureSchema),
  ]),
)

type Own = { readonly [K in OwnMeasure['kind']]: (measure: Extract<Measure, { kind: K }>, tables: Tables) => OwnRunner }
type Group = {
  readonly [K in (GroupMeasure | ComposedMeasure)['kind']]: (
    measure: Extract<Measure, { kind: K }>,
    runnerOf: (measure: Measure) => Runner,
  ) => GroupRunner
}

/** One entry for each kind of measure; the compiler refuses a kind without its function. */
const ownRunners: Own = { linear, fixed, stepper, bands, table, anchors, 'per-item': perItem, deduction }
const groupRunners: Group = { 'min-max': minMax, rank, against, gate, 'by-size': bySize, combined }

const isOwn = (measure: Measure): measure is OwnMeasure => Object.hasOwn(ownRunners, measure.kind)

export function runnerOf(measure: Measure, tables: Tables): Runner {
  // A kind and its own function: the tables above are typed so, an index by the union cannot be.
  if (isOwn(measure)) {
    const prepare = ownRunners[measure.kind] as (measure: Measure, tables: Tables) => OwnRunner
    return { over: 'unit', run: prepare(measure, tables) }
  }
  const prepare = groupRunners[measure.kind] as (measure: Measure, inner: (measure: Measure) => Runner) => GroupRunner
  return { over: 'group', run: prepare(measure, (inner) => runnerOf(inner, tables)) }
}

/** Whether the points of a unit depend on the other units. */
export function isRelative(measure: Measure): boolean {
  switch (measure.kind) {
    case 'min-max':
    case 'rank':
    case 'against':
      return true
    case 'gate':
      return isRelative(measure.met) || isRelative(measure.unmet)
    case 'by-size':
      return [measure.below, ...measure.bands.map((band) => band.measure)].some(isRelative)
    case 'combined':
      return measure.parts.some((part) => isRelative(part.measure))
    default:
      return false
  }
}
