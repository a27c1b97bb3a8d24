/**
 * The half-year of eleven towns in plain figures, and their points computed a second time from nothing but these: whole
 * numbers, the notice's thresholds and the example's weights written out. Shares no code with the product.
 */
export interface TownFigures {
  readonly unit: string
  /** As the bureaus settled them, which is not always as reported. */
  readonly investment: bigint
  readonly tax: bigint
  /** Sizes of new projects, 万元. */
  readonly starts: readonly bigint[]
  readonly reserves: number
  readonly completions: number
  /** Amount and own share in per cent. */
  readonly enclave: readonly [bigint, bigint]
  readonly grants: readonly bigint[]
}

type Target = 'investment' | 'newProjects' | 'largeProjects' | 'reserves' | 'completions' | 'enclave' | 'tax' | 'funds'
export type TownTargets = Readonly<Partial<Record<Target, string>>>

const tasks: readonly (readonly [indicator: string, target: Target, weight: bigint])[] = [
  ['investment', 'investment', 25n],
  ['new-projects', 'newProjects', 12n],
  ['large-projects', 'largeProjects', 8n],
  ['project-scale', 'largeProjects', 5n],
  ['reserves', 'reserves', 10n],
  ['completions', 'completions', 10n],
  ['enclave', 'enclave', 10n],
  ['tax', 'tax', 10n],
  ['funds', 'funds', 10n],
]

/** 综合得分: hundredths of a point by indicator, and their sum. Every project is 入统, so nothing is taken off. */
export function pointsOf(figures: TownFigures, targets: TownTargets) {
  const held = tasks.filter(([, target]) => targets[target] !== undefined)
  const carried = held.reduce((sum, [, , weight]) => sum + weight, 0n)
  const points = held.map(([indicator, key, weight]) => {
    const target = BigInt(targets[key] ?? '1') * 100n
    const done = doneIn(indicator, figures)
    const [over, under] =
      indicator === 'project-scale'
        ? [scale(figures.starts, weight), 1n]
        : done * 5n > target * 6n
          ? [weight * 6n, 5n]
          : [weight * done, target]
    return [indicator, half(over * 100n * 100n, under * carried)] as const
  })
  return { points: new Map(points), total: points.reduce((sum, [, each]) => sum + each, 0n) }
}

/** In hundredths of 万元 or of a project, so that a share in per cent stays whole. */
function doneIn(
  indicator: string,
  { investment, tax, starts, reserves, completions, enclave, grants }: TownFigures,
): bigint {
  switch (indicator) {
    case 'investment':
      return investment * 100n
    case 'tax':
      return tax * 100n
    case 'new-projects':
      return BigInt(starts.filter((size) => size >= 5000n).length) * 100n
    case 'large-projects':
      return BigInt(starts.filter((size) => size >= 10000n).length) * 100n
    case 'reserves':
      return BigInt(reserves) * 100n
    case 'completions':
      return BigInt(completions) * 100n
    case 'enclave':
      return enclave[0] * enclave[1]
    case 'funds':
      return grants.reduce((sum, amount) => sum + amount, 0n) * 100n
    default:
      return 0n
  }
}

function scale(starts: readonly bigint[], most: bigint): bigint {
  const points = starts.map((size): bigint =>
    size >= 200000n ? 5n : size >= 100000n ? 3n : size >= 50000n ? 2n : size >= 10000n ? 1n : 0n,
  )
  const sum = points.reduce((total, each) => total + each, 0n)
  return sum < most ? sum : most
}

const half = (over: bigint, under: bigint): bigint => (2n * over + under) / (2n * under)

export const twoPlaces = (hundredths: bigint): string =>
  `${hundredths / 100n}.${String(hundredths % 100n).padStart(2, '0')}`
