import fc from 'fast-check'
import { expect, it } from 'vitest'
import { ranksOf, type Ties } from './ranks.ts'

const rank = (values: readonly number[], ties: Ties) => [
  ...ranksOf(values.length, (index) => values[index] === values[index - 1], ties),
]

it.each<[Ties, number[], number[]]>([
  ['competition', [1, 1, 3], [3, 3, 1]],
  ['dense', [1, 1, 2], [3, 3, 1]],
  ['ordered', [1, 2, 3], [3, 3, 1]],
  ['shared', [2, 2, 3], [3, 3, 1]],
  ['competition', [1, 1, 1], [5, 5, 5]],
  ['dense', [1, 1, 1], [5, 5, 5]],
  ['shared', [3, 3, 3], [5, 5, 5]],
  ['competition', [1], [7]],
  ['competition', [], []],
])('%s gives %j to %j', (ties, ranks, values) => {
  expect(rank(values, ties)).toEqual(ranks)
})

it('JN2015-ties: nine, nine, eleven', () => {
  const scores = [95.71, 91.64, 88.14, 87.79, 86.43, 81.5, 80.79, 80.14, 77.93, 77.93, 75.5, 73.43, 69.07]
  expect(rank(scores, 'competition')).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 9, 11, 12, 13])
})

it('never ranks one place before one that is ahead of it', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 5 })),
      fc.constantFrom<Ties>('competition', 'dense', 'ordered', 'shared'),
      (values, ties) => {
        const ranks = rank(
          values.toSorted((a, b) => b - a),
          ties,
        )
        return ranks.every((each, index) => index === 0 || each >= (ranks[index - 1] ?? 0))
      },
    ),
  )
})
