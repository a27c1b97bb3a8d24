import { z } from 'zod'
import { exact, numberText } from '../decimal-text.ts'
import { divide, isNegative, isZero, multiply, one, ratio, subtract, type Exact } from '../exact.ts'
import { isUndecided, step, undecided, type Points, type StepName } from './points.ts'
import type { Runner, Situation } from './situation.ts'

/**
 * What a measure looks at.
 *
 * `completion` A⁄T · `excess` 100·(A⁄T − 1), percentage points over the target · `difference` A − T, in the indicator's
 * unit · `actual` A itself, no target needed · reverse T⁄A, for what should be small; `whenZero` is its value at A ≤ 0.
 */
export const basisSchema = z.union([
  z.enum(['completion', 'excess', 'difference', 'actual']),
  z.strictObject({ kind: z.literal('reverse'), whenZero: numberText }),
])
export type Basis = Readonly<z.infer<typeof basisSchema>>

const hundred = ratio(100n)

type Score = (x: Exact, situation: Situation) => Points

/**
 * Runs `score` on what the basis looks at, and puts that in front of the working. Where the basis divides, a target of
 * zero is no task (whatever was reached) and a negative one cannot be read.
 */
export function onBasis(basis: Basis, score: Score): Runner {
  if (typeof basis === 'object') {
    const limit = exact(basis.whenZero)
    return onTarget('reverse', (target, actual) => (isPositive(actual) ? divide(target, actual) : limit), score)
  }
  switch (basis) {
    case 'actual':
      return (situation) => onActual(situation, (actual) => named('actual', actual, situation, score))
    case 'difference':
      return (situation) => {
        const { target } = situation
        if (target === null) return { status: 'no-task' }
        return onActual(situation, (actual) => named('difference', subtract(actual, target), situation, score))
      }
    case 'completion':
      return onTarget('completion', (target, actual) => divide(actual, target), score)
    case 'excess':
      return onTarget('excess', (target, actual) => multiply(hundred, subtract(divide(actual, target), one)), score)
  }
}

const isPositive = (value: Exact): boolean => !isZero(value) && !isNegative(value)

/** What was reached, or undecided while it is not known. */
export function onActual({ actual }: Situation, score: (actual: Exact) => Points): Points {
  return isUndecided(actual) ? actual : score(actual)
}

function onTarget(name: StepName, look: (target: Exact, actual: Exact) => Exact, score: Score): Runner {
  return (situation) => {
    const { target } = situation
    if (target === null || isZero(target)) return { status: 'no-task' }
    if (isNegative(target)) return undecided({ kind: 'target', key: '' })
    return onActual(situation, (actual) => named(name, look(target, actual), situation, score))
  }
}

function named(name: StepName, x: Exact, situation: Situation, score: Score): Points {
  const points = score(x, situation)
  return points.status === 'scored' ? { ...points, working: [step(name, x), ...points.working] } : points
}
