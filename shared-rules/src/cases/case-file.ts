import { z } from 'zod'
import { exact, numberText } from '../decimal-text.ts'
import { compare, exactText, subtract, type Exact } from '../exact.ts'
import { factsSchema } from '../facts.ts'
import type { Pack } from '../pack/pack.ts'
import { assess, type Assessment } from '../scoring/assess.ts'

/** A figure that must come out: to the digit, or no further off than `within`, where a published figure cannot be met exactly. */
const expectedFigure = z.union([numberText, z.strictObject({ value: numberText, within: numberText })])

const expectedIndicator = z.strictObject({
  status: z.enum(['scored', 'no-task', 'excluded', 'pending', 'undecided', 'relative']).optional(),
  shown: expectedFigure.optional(),
  points: expectedFigure.optional(),
  actual: expectedFigure.optional(),
  completion: expectedFigure.optional(),
})

const expectedUnit = z.strictObject({
  total: expectedFigure.optional(),
  exact: expectedFigure.optional(),
  withheld: z.literal(true).optional(),
  rank: z.int().nullable().optional(),
  indicators: z.record(z.string(), expectedIndicator).optional(),
})

const caseSchema = z.strictObject({
  id: z.string().min(1).max(100),
  title: z.string().max(500),
  /** Where the expected figures come from. */
  source: z.string().max(500),
  facts: factsSchema,
  /** How many win, where somebody decided. */
  decided: z.record(z.string(), z.int()).optional(),
  expect: z.strictObject({
    units: z.record(z.string(), expectedUnit),
    awards: z
      .record(z.string(), z.strictObject({ winners: z.array(z.string()), tie: z.array(z.string()).optional() }))
      .optional(),
  }),
  note: z.string().max(2000).optional(),
})

/** A case file beside a pack: facts, and the scores, ranks and awards that must come of them. */
export const caseFileSchema = z.strictObject({ cases: z.array(caseSchema).min(1).max(1000) })
export type CaseFile = Readonly<z.infer<typeof caseFileSchema>>
export type Case = CaseFile['cases'][number]

export interface Difference {
  /** `xinxing.indicators.tax.shown` */
  readonly path: string
  readonly expected: string
  readonly got: string
}

export interface CaseOutcome {
  readonly id: string
  readonly passed: boolean
  readonly differences: readonly Difference[]
  readonly assessment: Assessment
}

/** Runs one case: what was expected and came out otherwise, and the whole assessment with its working. */
export function runCase(pack: Pack, { id, facts, decided, expect }: Case): CaseOutcome {
  const assessment = assess(pack, facts, decided)
  const differences = [
    ...Object.entries(expect.units).flatMap(([unit, expected]) => unitDifferences(assessment, unit, expected)),
    ...Object.entries(expect.awards ?? {}).flatMap(([award, expected]) =>
      awardDifferences(assessment, award, expected),
    ),
  ]
  return { id, passed: differences.length === 0, differences, assessment }
}

type Got = string | number | null | undefined

function unitDifferences(
  { units }: Assessment,
  id: string,
  expected: z.infer<typeof expectedUnit>,
): readonly Difference[] {
  const unit = units.find((each) => each.unit === id)
  if (!unit) return [{ path: id, expected: 'unit', got: 'none' }]
  const { total } = unit
  return [
    ...figureDifference(`${id}.total`, expected.total, total.kind === 'total' ? total.shown : undefined),
    ...figureDifference(`${id}.exact`, expected.exact, total.kind === 'total' ? total.exact : undefined),
    ...difference(`${id}.total`, expected.withheld && 'withheld', total.kind),
    ...difference(`${id}.rank`, expected.rank, unit.rank),
    ...Object.entries(expected.indicators ?? {}).flatMap(([indicator, each]) => {
      const got = unit.indicators.find((result) => result.indicator === indicator)
      const path = `${id}.indicators.${indicator}`
      return [
        ...difference(`${path}.status`, each.status, got?.status),
        ...figureDifference(`${path}.shown`, each.shown, got?.shown),
        ...figureDifference(`${path}.points`, each.points, got?.points),
        ...figureDifference(`${path}.actual`, each.actual, got?.actual),
        ...figureDifference(`${path}.completion`, each.completion, got?.completion),
      ]
    }),
  ]
}

function awardDifferences(
  { awards }: Assessment,
  id: string,
  expected: { readonly winners: readonly string[]; readonly tie?: readonly string[] | undefined },
): readonly Difference[] {
  const list = awards.find(({ award }) => award === id)
  const winners = list?.candidates.flatMap(({ unit, standing }) => (standing.kind === 'winner' ? [unit] : []))
  return [
    ...difference(`${id}.winners`, expected.winners.join(' '), winners?.join(' ')),
    ...difference(`${id}.tie`, expected.tie?.join(' '), list?.tie.join(' ')),
  ]
}

function difference(path: string, expected: Got, got: Got): readonly Difference[] {
  if (expected === undefined || expected === got) return []
  return [{ path, expected: String(expected), got: String(got ?? 'null') }]
}

/** Compared as numbers, since `6` and `6.00` are the same score. */
function figureDifference(
  path: string,
  expected: z.infer<typeof expectedFigure> | undefined,
  got: string | null | undefined,
): readonly Difference[] {
  if (expected === undefined) return []
  const { value, within } = typeof expected === 'string' ? { value: expected, within: '0' } : expected
  if (typeof got === 'string' && compare(distance(exact(value), exact(got)), exact(within)) <= 0) return []
  return [{ path, expected: within === '0' ? value : `${value} ± ${within}`, got: got ?? 'null' }]
}

function distance(a: Exact, b: Exact): Exact {
  const difference = subtract(a, b)
  return exactText(difference).startsWith('-') ? subtract(b, a) : difference
}
