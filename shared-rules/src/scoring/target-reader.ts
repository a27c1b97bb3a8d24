import { exact } from '../decimal-text.ts'
import { multiply, parseExact, type Exact } from '../exact.ts'
import type { UnitFacts } from '../facts.ts'
import { isExact, undecided, withoutTask, type Undecided, type WithoutTask } from '../measures/points.ts'
import type { Asked } from '../pack/indicator.ts'

/** What is asked of a unit; null where the indicator asks for nothing of anybody. */
export type TargetReader = (facts: UnitFacts) => Exact | Undecided | WithoutTask | null

/** 任务 (F20, F21): as issued or as adjusted, all of it or the share due by now. */
export function targetReader(key: string | null, asked: Asked | undefined): TargetReader {
  if (key === null) return () => null
  if (!asked) return (facts) => targetOf(key, facts)
  const { adjusted } = asked
  const share = asked.share === null ? null : exact(asked.share)
  return (facts) => {
    const later = adjusted ? targetOf(adjusted.key, facts) : withoutTask
    const keeps = !isExact(later) && later.status === 'no-task' && adjusted?.without !== 'no-task'
    const target = keeps ? targetOf(key, facts) : later
    return share && isExact(target) ? multiply(target, share) : target
  }
}

/** A key that is absent or null is no task; a text that is no number is not known. */
function targetOf(key: string, { targets }: UnitFacts): Exact | Undecided | WithoutTask {
  const text = Object.hasOwn(targets, key) ? targets[key] : null
  if (typeof text !== 'string') return withoutTask
  return parseExact(text) ?? undecided({ kind: 'target', key })
}
