import type { Indicator } from '../pack/indicator.ts'
import type { Pack } from '../pack/pack.ts'

/** What a pack must say because offices disagree about it. */
export const conventionNames = [
  'cap',
  'floor',
  'most',
  'partSteps',
  'outside',
  'combine',
  'partWithoutTask',
  'takes',
  'best',
  'ties',
  'missing',
  'allEqual',
  'alone',
  'fromZero',
  'byZero',
] as const
type MeasureConvention = (typeof conventionNames)[number]
export type ConventionName = MeasureConvention | 'noTask' | 'rounding' | 'total'

/** One convention as the pack has it, in the pack's own words. */
export interface Convention {
  readonly name: ConventionName
  /** Null is unbounded. For `rounding`, the places and what becomes of halves: `2 up`. */
  readonly value: string | null
  /** For a figure: in points, or as a share of the weight. Without it, a multiple of what the measure looks at. */
  readonly as?: 'points' | 'share'
  /** Which side of the target it holds for. */
  readonly side?: 'above' | 'below'
}

/** The conventions a unit with a task is scored by. They are the pack's, so they are found once. */
export function conventionsOf(indicator: Indicator, pack: Pack): readonly Convention[] {
  const found = new Map<string, Convention>()
  const add = (convention: Convention): void => {
    found.set(JSON.stringify(convention), convention)
  }
  collect(indicator.actual, undefined, add)
  collect(indicator.measure, undefined, add)
  return [...found.values(), ...settled(pack)]
}

/** Those of a unit without a task. */
export function noTaskConventions({ noTask }: Indicator, pack: Pack): readonly Convention[] {
  return [{ name: 'noTask', value: typeof noTask === 'object' ? noTask.kind : noTask }, ...settled(pack)]
}

const settled = ({ scoring: { rounding, total } }: Pack): readonly Convention[] => [
  { name: 'rounding', value: `${rounding.places.toString()} ${rounding.halves}` },
  { name: 'total', value: total },
]

function collect(part: unknown, side: Convention['side'], add: (convention: Convention) => void): void {
  if (typeof part !== 'object' || part === null) return
  for (const [name, value] of Object.entries(part)) {
    const known = conventionNames.find((each) => each === name)
    const said = known && textOf(value)
    if (known && said) add({ name: known, ...said, ...(side && { side }) })
    else collect(value, name === 'above' || name === 'below' ? name : side, add)
  }
}

/** A word, a figure or a worth of the pack; anything else is no convention but has the name of one. */
function textOf(value: unknown): Pick<Convention, 'value' | 'as'> | undefined {
  if (value === null || typeof value === 'string') return { value }
  if (typeof value !== 'object') return undefined
  if ('points' in value && typeof value.points === 'string') return { value: value.points, as: 'points' }
  if ('share' in value && typeof value.share === 'string') return { value: value.share, as: 'share' }
  return 'value' in value && typeof value.value === 'string' ? { value: value.value } : undefined
}
