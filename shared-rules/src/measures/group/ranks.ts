import { z } from 'zod'

/** Equal values: 1, 1, 3 · 1, 1, 2 · in the order given, 1, 2, 3 · the last place they fill for all of them: 2, 2, 3. */
export const tiesSchema = z.enum(['competition', 'dense', 'ordered', 'shared'])
export type Ties = z.infer<typeof tiesSchema>

/** Ranks for values that are already in order, best first. `equal` tells a value from the one before it. */
export function ranksOf(length: number, equal: (index: number) => boolean, ties: Ties): readonly number[] {
  const ranks = new Array<number>(length)
  let distinct = 0
  for (let start = 0; start < length;) {
    let end = start + 1
    while (end < length && equal(end)) end += 1
    distinct += 1
    for (let index = start; index < end; index += 1) ranks[index] = rankAt(ties, { start, end, index, distinct })
    start = end
  }
  return ranks
}

function rankAt(ties: Ties, place: { start: number; end: number; index: number; distinct: number }): number {
  switch (ties) {
    case 'competition':
      return place.start + 1
    case 'dense':
      return place.distinct
    case 'ordered':
      return place.index + 1
    case 'shared':
      return place.end
  }
}
