import {
  assess,
  exactText,
  parseExact,
  sourcesOf,
  subtract,
  type Assessment,
  type Pack,
  type UnitFacts,
} from '@kaohe/shared-rules'
import { z } from 'zod'
import type { Described } from '../contract/described.ts'
import type { Run, RunInputs } from './run.ts'

/** Why a rank moved, in the fixed order in which the causes are applied: 规则 · 任务 · 申报 · 核定 · 认定. */
export const causeSchema = z.enum(['rules', 'targets', 'data', 'verification', 'findings'])
export const causes = causeSchema.options

/** One unit from one run to another, and what each cause by itself did to it. */
export const unitChangeSchema = z.strictObject({
  unit: z.string(),
  name: z.string(),
  pool: z.string().nullable(),
  ranks: z.tuple([z.int().nullable(), z.int().nullable()]),
  totals: z.tuple([z.string().nullable(), z.string().nullable()]),
  /** Only causes that moved its rank or its total; `points` is null where one of the totals is withheld. */
  steps: z.array(
    z.strictObject({
      cause: causeSchema,
      ranks: z.tuple([z.int().nullable(), z.int().nullable()]),
      points: z.string().nullable(),
      /** Indicators whose shown points changed. */
      indicators: z.array(z.string()),
    }),
  ),
})
export type UnitChange = Described<typeof unitChangeSchema>

type Side = { readonly pack: Pack; readonly run: Pick<Run, 'inputs'> }

/**
 * 名次差分: the runs are executed again with one kind of change more each time. A figure of which both the claim and the
 * verification changed counts as data. Ranks also move because others' did; that shows as a step without points.
 */
export function runChanges(before: Side, after: Side): readonly UnitChange[] {
  const pairs = after.run.inputs.units.map((now) => ({
    now,
    was: before.run.inputs.units.find(({ unit }) => unit.id === now.unit.id),
  }))
  const states: ((pair: (typeof pairs)[number]) => UnitFacts)[] = [
    ({ was, now }) => factsBefore(was, now),
    ({ was, now }) => ({ ...factsBefore(was, now), targets: now.facts.targets }),
    ({ was, now }) => ({ ...factsBefore(was, now), targets: now.facts.targets, ...claimedAnew(after.pack, was, now) }),
    ({ was, now }) => ({ ...now.facts, flags: was?.facts.flags ?? [] }),
    ({ now }) => now.facts,
  ]
  const executed = (pack: Pack, at: number): Assessment =>
    assess(pack, { asOf: after.run.inputs.asOf, units: pairs.map((pair) => states[at]?.(pair) ?? pair.now.facts) })
  const results = [executed(before.pack, 0), ...states.map((_, at) => executed(after.pack, at))]
  return pairs.flatMap((_, index): readonly UnitChange[] => {
    const line = results.flatMap(({ units }) => units[index] ?? [])
    const [first, last] = [line[0], line.at(-1)]
    if (!first || !last) return []
    const steps = causes.flatMap((cause, at) => {
      const [from, to] = [line[at], line[at + 1]]
      if (!from || !to) return []
      const indicators = to.indicators.flatMap(({ indicator, shown }, place) =>
        shown === from.indicators[place]?.shown ? [] : [indicator],
      )
      const isMoved = from.rank !== to.rank || shownTotal(from) !== shownTotal(to) || indicators.length > 0
      const step = { cause, ranks: [from.rank, to.rank] as const, points: gained(from, to), indicators }
      return isMoved ? [step] : []
    })
    const { unit, name, pool } = last
    const ranks = [first.rank, last.rank] as const
    return [{ unit, name, pool, ranks, totals: [shownTotal(first), shownTotal(last)], steps }]
  })
}

type Unit = RunInputs['units'][number]

const factsBefore = (was: Unit | undefined, now: Unit): UnitFacts =>
  was?.facts ?? { ...now.facts, targets: {}, actuals: {}, items: {}, flags: [] }

/** The facts before, with those of now in the places where the unit itself claims something else. */
function claimedAnew({ indicators }: Pack, was: Unit | undefined, now: Unit): Pick<UnitFacts, 'actuals' | 'items'> {
  if (!was) return { actuals: now.facts.actuals, items: now.facts.items }
  const isClaimed = (of: 'keys' | 'ledgers', name: string) =>
    indicators.some((indicator, at) => {
      const claims = sourcesOf(indicator.actual)[of].includes(name)
      return claims && was.indicators[at]?.reported !== now.indicators[at]?.reported
    })
  const mixed = <T>(of: 'keys' | 'ledgers', old: Readonly<Record<string, T>>, fresh: Readonly<Record<string, T>>) => ({
    ...Object.fromEntries(Object.entries(old).filter(([name]) => !isClaimed(of, name))),
    ...Object.fromEntries(Object.entries(fresh).filter(([name]) => isClaimed(of, name))),
  })
  return {
    actuals: mixed('keys', was.facts.actuals, now.facts.actuals),
    items: mixed('ledgers', was.facts.items, now.facts.items),
  }
}

type Assessed = Assessment['units'][number]
const shownTotal = ({ total }: Assessed): string | null => (total.kind === 'total' ? total.shown : null)

function gained(from: Assessed, to: Assessed): string | null {
  const [a, b] = [from, to].map((one) => parseExact(shownTotal(one) ?? ''))
  return a && b ? exactText(subtract(b, a)) : null
}
