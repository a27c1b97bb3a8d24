import { z } from 'zod'
import { exact, numberText } from '../decimal-text.ts'
import { divide, isNegative, isPositive, isZero, multiply, one, ratio, subtract, type Exact } from '../exact.ts'
import {
  isExact,
  step,
  undecided,
  withoutTask,
  type Points,
  type Step,
  type StepName,
  type Undecided,
  type WithoutTask,
} from './points.ts'
import type { OwnRunner, Situation } from './situation.ts'

/**
 * What a measure looks at.
 *
 * `completion` A⁄T · `excess` 100·(A⁄T − 1), percentage points over the target · `difference` A − T, in the indicator's
 * unit · `actual` A itself, no target needed · reverse T⁄A, for what should be small, with `whenZero` at A ≤ 0 ·
 * lead 100·(A⁄T − progress), percentage points ahead of time (序时进度).
 */
export const basisSchema = z.union([
  z.enum(['completion', 'excess', 'difference', 'actual']),
  z.strictObject({ kind: z.literal('reverse'), whenZero: numberText }),
  z.strictObject({ kind: z.literal('lead'), progress: numberText }),
])
export type Basis = Readonly<z.infer<typeof basisSchema>>

/** Looks at one unit. Where the basis divides, a target of zero is no task (whatever was reached), a negative one cannot be read. */
export type Look = (situation: Situation) => Exact | Undecided | WithoutTask

const hundred = ratio(100)

export function lookAt(basis: Basis): Look {
  if (typeof basis === 'object') {
    const figure = exact(basis.kind === 'reverse' ? basis.whenZero : basis.progress)
    if (basis.kind === 'lead') return onTarget((completion) => percentagePoints(completion, figure))
    return onTarget((_, target, actual) => (isPositive(actual) ? divide(target, actual) : figure))
  }
  switch (basis) {
    case 'actual':
      return ({ actual }) => actual
    case 'difference':
      return ({ target, actual }) => {
        if (target === null) return withoutTask
        if (!isExact(target)) return target
        return isExact(actual) ? subtract(actual, target) : actual
      }
    case 'completion':
      return onTarget((completion) => completion)
    case 'excess':
      return onTarget((completion) => percentagePoints(completion, one))
  }
}

const percentagePoints = (share: Exact, of: Exact): Exact => multiply(hundred, subtract(share, of))

function onTarget(look: (completion: Exact, target: Exact, actual: Exact) => Exact): Look {
  return ({ target, actual, completion }) => {
    if (target === null) return withoutTask
    if (!isExact(target)) return target
    if (isZero(target)) return withoutTask
    if (isNegative(target)) return undecided({ kind: 'target', key: '' })
    return isExact(actual) ? look(completion ?? divide(actual, target), target, actual) : actual
  }
}

export const basisName = (basis: Basis): StepName => (typeof basis === 'object' ? basis.kind : basis)

/** Scores by what the basis looks at; `seen` is that as a step, to begin the working with. */
export function onBasis(basis: Basis, score: (x: Exact, situation: Situation, seen: Step) => Points): OwnRunner {
  const look = lookAt(basis)
  const name = basisName(basis)
  return (situation) => {
    const x = look(situation)
    return isExact(x) ? score(x, situation, step(name, x)) : x
  }
}
