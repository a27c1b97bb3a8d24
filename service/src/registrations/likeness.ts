import { z } from 'zod'
import type { Described } from '../contract/described.ts'

/** Two names that may mean one project: equal once spelled alike, one within the other, or sharing most pairs of characters. */
export const likenessSchema = z.enum(['same-name', 'within', 'similar'])
export type Likeness = Described<typeof likenessSchema>

const least = 0.6

/** How much alike two project names are, or null. Only a proposal: a person confirms it. */
export function likeness(one: string, other: string): Likeness | null {
  const [a, b] = [spelled(one), spelled(other)]
  if (a === '' || b === '') return null
  if (a === b) return 'same-name'
  const [short, long] = a.length < b.length ? [a, b] : [b, a]
  if (short.length >= 4 && long.includes(short)) return 'within'
  return sharedPairs(a, b) >= least ? 'similar' : null
}

/** Full-width letters, brackets, spaces and the words every project bears do not tell two projects apart. */
function spelled(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s()〔〕【】[\]《》“”"'·.,，。、:：;；_-]/g, '')
    .replaceAll(/(有限责任公司|有限公司|建设项目|工程项目|项目|工程)/g, '')
}

/** Dice's coefficient over pairs of neighbouring characters: 1 for equal texts, 0 for texts without a common pair. */
function sharedPairs(a: string, b: string): number {
  const [left, right] = [pairs(a), pairs(b)]
  if (left.length === 0 || right.length === 0) return 0
  const rest = [...right]
  const shared = left.filter((pair) => {
    const at = rest.indexOf(pair)
    if (at >= 0) rest.splice(at, 1)
    return at >= 0
  })
  return (2 * shared.length) / (left.length + right.length)
}

const pairs = (text: string): readonly string[] => [...text].slice(1).map((char, at) => `${[...text][at]}${char}`)
