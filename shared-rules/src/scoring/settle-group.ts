import { add, divide, ratio, zero } from '../exact.ts'
import { step } from '../measures/points.ts'
import { runAll, type Situation } from '../measures/situation.ts'
import type { CompiledIndicator } from './compiled.ts'
import { settled } from './measure-unit.ts'
import type { Measured } from './measured.ts'

/**
 * Settles one indicator for all units of a pool, given what each came to by itself: first the measures that look at the
 * group, then the units without a task that get the group's mean. If nobody has earned any points, there is no mean and the weight is left out.
 */
export function settleGroup(each: CompiledIndicator, group: readonly Measured[]): readonly Measured[] {
  const measured = settleMeasures(each, group)
  if (!measured.some(({ status }) => status === 'relative')) return measured
  const earned = measured.flatMap(({ status, points }) => (status === 'scored' && points ? [points] : []))
  const waits = measured.some(({ status }) => status === 'undecided')
  const mean = earned.length === 0 ? null : divide(earned.reduce(add, zero), ratio(earned.length))
  return measured.map((one) => {
    if (one.status !== 'relative') return one
    if (waits) return { ...one, status: 'undecided', missing: measured.flatMap(({ missing }) => missing) }
    if (!mean) return { ...one, status: 'no-task', counts: false }
    return { ...one, status: 'no-task', points: mean, working: [step('group-mean', mean)] }
  })
}

function settleMeasures(each: CompiledIndicator, group: readonly Measured[]): readonly Measured[] {
  const { runner } = each
  if (!runner) return group
  // Who is undecided by itself stays so, but the others must know that a figure is missing.
  const situations: Situation[] = []
  for (const { situation } of group) if (situation) situations.push(situation)
  const answers = runAll(runner, situations, true).values()
  return group.map((one) => {
    const points = one.situation && answers.next().value
    return one.situation && points ? settled(each, one, one.situation, points) : one
  })
}
