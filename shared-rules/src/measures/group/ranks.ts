import { z } from 'zod'

/** Equal values: 1, 1, 3 · 1, 1, 2 · in the order given, 1, 2, 3 · the last place they fill for all of them: 2, 2, 3. */
export const tiesSchema = z.enum(['competition', 'dense', 'ordered', 'shared'])
export type Ties = z.infer<typeof tiesSchema>

/** Ranks for values that are already in order, best first. `equal` tells a value from the one before it. */
export function ranksOf(length: number, equal: (index: number) => boolean, ties: Ties): Uint32Array {
  const ranks = new Uint32Array(length)
  let distinct = 0
  for (let start = 0; start < length;) {
    let end = start + 1
    while (end < length && equal(end)) end += 1
    distinct += 1
    for (let index = start; index < end; index += 1) ranks[index] = rankAt(ties, start, end, index, distinct)
    start = end
  }
  return ranks
}

function rankAt(ties: Ties, start: number, end: number, index: number, distinct: number): number {
  switch (ties) {
    case 'competition':
      return start + 1
    case 'dense':
      return distinct
    case 'ordered':
      return index + 1
    case 'shared':
      return end
  }
}
