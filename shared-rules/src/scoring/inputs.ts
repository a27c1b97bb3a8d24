import type { Condition } from '../condition.ts'
import type { Origin, UnitFacts } from '../facts.ts'
import { chosenItems } from '../figures/items.ts'
import type { Indicator } from '../pack/indicator.ts'

/** A fact that an indicator looked at, as it stood in the facts, and where it came from if that was said. */
export interface Input {
  readonly kind: 'target' | 'actual' | 'items'
  /** Of the target, of the figure, or the id of the ledger. */
  readonly key: string
  /** As reported or issued; for a ledger, how many of its rows count. Null is not known. */
  readonly value: string | null
  /** The places of the rows that count, from zero. */
  readonly places?: readonly number[]
  readonly origin?: Origin
}

export type InputsReader = (facts: UnitFacts) => readonly Input[]

type Source = (facts: UnitFacts) => Input

/** The facts behind one indicator: found once in the pack, read off each unit. */
export function inputsReader({ target, asked, actual, measure }: Indicator): InputsReader {
  const sources = new Map<string, Source>()
  for (const key of [target, asked?.adjusted?.key]) if (key) addKey(sources, 'target', key)
  collect(sources, actual)
  // What the measure itself counts in a ledger is nearer to the points than the count shown as the figure.
  collect(sources, measure)
  const readers = [...sources.values()]
  return (facts) => readers.map((read) => read(facts))
}

/** Follows figures and measures, however they are put together, down to targets, reported figures and ledgers. */
function collect(sources: Map<string, Source>, part: unknown): void {
  if (typeof part !== 'object' || part === null) return
  if ('kind' in part && 'key' in part && typeof part.key === 'string') {
    if (part.kind === 'reported') addKey(sources, 'actual', part.key)
    if (part.kind === 'target') addKey(sources, 'target', part.key)
  }
  if (isOverItems(part)) sources.set(`items.${part.ledger}`, itemsOf(part))
  for (const each of Object.values(part)) collect(sources, each)
}

function addKey(sources: Map<string, Source>, kind: 'target' | 'actual', key: string): void {
  const list = kind === 'target' ? 'targets' : 'actuals'
  const path = `${list}.${key}`
  sources.set(path, (facts) => {
    const value = Object.hasOwn(facts[list], key) ? (facts[list][key] ?? null) : null
    return from(facts, path, { kind, key, value })
  })
}

/** Counts, sums and points per item. */
export interface OverItems {
  readonly ledger: string
  readonly where: readonly Condition[]
  readonly once?: string
}

/** Of what their schema has let pass, only they have a ledger and conditions. */
export const isOverItems = (part: object): part is OverItems => 'ledger' in part && 'where' in part

function itemsOf({ ledger, where, once }: OverItems): Source {
  const choose = chosenItems(ledger, where, once)
  return (facts) => {
    const chosen = choose(facts)
    const known = 'status' in chosen ? null : chosen.map(([index]) => index)
    const input = { kind: 'items', key: ledger, value: known && known.length.toString() } as const
    return from(facts, `items.${ledger}`, known ? { ...input, places: known } : input)
  }
}

function from({ origins }: UnitFacts, path: string, input: Input): Input {
  const origin = origins && Object.hasOwn(origins, path) ? origins[path] : undefined
  return origin ? { ...input, origin } : input
}
