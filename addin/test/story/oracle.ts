import { figures, nameOf, poolOf, targets, unitIds, type RawFigures, type TargetKey } from './figures.ts'

/**
 * The ranking computed a second time, from the raw figures alone: whole numbers of hundredths, the notice's bounds and
 * the example's weights written out by hand. Shares no code with the product.
 */
export interface OracleRow {
  readonly unit: string
  readonly name: string
  /** Text with two places, `null` where the unit has no such task. */
  readonly points: Readonly<Record<string, string | null>>
  readonly total: string | null
  readonly rank: number | null
}

const weights: Record<string, readonly [string, TargetKey, bigint][]> = {
  town: [
    ['investment', 'investment', 25n],
    ['new-projects', 'newProjects', 12n],
    ['large-projects', 'largeProjects', 8n],
    ['project-scale', 'largeProjects', 5n],
    ['reserves', 'reserves', 10n],
    ['completions', 'completions', 10n],
    ['enclave', 'enclave', 10n],
    ['tax', 'tax', 10n],
    ['funds', 'funds', 10n],
  ],
  department: [
    ['investment', 'investment', 15n],
    ['new-projects', 'newProjects', 10n],
    ['large-projects', 'largeProjects', 5n],
    ['project-scale', 'largeProjects', 5n],
    ['reserves', 'reserves', 15n],
    ['completions', 'completions', 10n],
    ['enclave', 'enclave', 15n],
    ['tax', 'tax', 10n],
    ['funds', 'funds', 15n],
  ],
}
const judges = ['drc', 'finance']

export function oracle(pool: 'town' | 'department'): readonly OracleRow[] {
  const rows = unitIds.filter((unit) => poolOf(unit) === pool).map((unit) => scoreOf(pool, figuresOf(unit)))
  const better = (row: { hundredths: bigint | null }) =>
    row.hundredths === null
      ? null
      : rows.filter((other) => (other.hundredths ?? -1n) > (row.hundredths ?? 0n)).length + 1
  return rows
    .map((row) => ({ ...row, rank: better(row) }))
    .sort((a, b) => (a.rank ?? Infinity) - (b.rank ?? Infinity))
    .map(({ unit, name, points, hundredths, rank }) => ({
      unit,
      name,
      points,
      rank,
      total: hundredths === null ? null : twoPlaces(hundredths),
    }))
}

export function oracleOf(unit: string): OracleRow {
  const row = oracle(poolOf(unit) === 'town' ? 'town' : 'department').find((each) => each.unit === unit)
  if (!row) throw new Error(`no such unit in the story: ${unit}`)
  return row
}

function figuresOf(unit: string): RawFigures {
  const found = figures.find((each) => each.unit === unit)
  if (!found) throw new Error(`no figures for ${unit}`)
  return found
}

function scoreOf(pool: string, raw: RawFigures) {
  const target = targets[raw.unit] ?? {}
  const tasks = (weights[pool] ?? []).filter(
    ([indicator, key]) => target[key] !== undefined && !(indicator === 'funds' && judges.includes(raw.unit)),
  )
  const carried = tasks.reduce((sum, [, , weight]) => sum + weight, 0n)
  const points: Record<string, string | null> = {}
  let hundredths = 0n
  for (const [indicator, , weight] of weights[pool] ?? []) {
    const task = tasks.find(([id]) => id === indicator)
    const earned = task ? earnedBy(indicator, raw, weight, 100n * cents(target[task[1]] ?? '1')) : null
    const shown = earned && half(earned.over * 100n * 100n, earned.under * carried)
    points[indicator] = shown === null ? null : twoPlaces(shown)
    hundredths += shown ?? 0n
  }
  const deducted = target.newProjects === undefined ? null : 50n * BigInt(Math.min(6, unregistered(raw)))
  points['unregistered-projects'] = deducted === null ? null : twoPlaces(-deducted)
  return {
    unit: raw.unit,
    name: nameOf(raw.unit),
    points,
    hundredths: carried === 0n ? null : hundredths - (deducted ?? 0n),
  }
}

/** Points before the other tasks make up for those left out, as a fraction. `target` in ten-thousandths. */
function earnedBy(indicator: string, raw: RawFigures, weight: bigint, target: bigint) {
  if (indicator === 'project-scale') {
    const sum = started(raw, 1000000n).reduce((points, size) => points + tier(size), 0n)
    return { over: sum < weight ? sum : weight, under: 1n }
  }
  const done = doneIn(indicator, raw)
  return done * 10n > target * 12n ? { over: weight * 12n, under: 10n } : { over: weight * done, under: target }
}

/** In ten-thousandths of 万元 or of a project: a share in per cent of an amount in hundredths stays whole. */
function doneIn(indicator: string, raw: RawFigures): bigint {
  switch (indicator) {
    case 'investment':
      return 100n * cents(raw.investment)
    case 'tax':
      return 100n * cents(raw.tax)
    case 'new-projects':
      return 10000n * BigInt(started(raw, 500000n).length)
    case 'large-projects':
      return 10000n * BigInt(started(raw, 1000000n).length)
    case 'reserves':
      return (
        10000n * BigInt(raw.projects.filter((p) => p.stage === '储备' && cents(p.totalInvestment) >= 1000000n).length)
      )
    case 'completions':
      return (
        10000n * BigInt(raw.projects.filter((p) => p.stage === '竣工' && cents(p.totalInvestment) >= 500000n).length)
      )
    case 'funds':
      return raw.grants.reduce((sum, { amount }) => sum + 100n * cents(amount), 0n)
    case 'enclave':
      return raw.enclaves.reduce((sum, { amount, ownShare }) => sum + cents(amount) * BigInt(ownShare), 0n)
    default:
      throw new Error(indicator)
  }
}

function started(raw: RawFigures, least: bigint): readonly bigint[] {
  return raw.projects
    .filter(({ kind, startDate }) => kind === '新建' && startDate !== null)
    .map(({ totalInvestment }) => cents(totalInvestment))
    .filter((size) => size >= least)
}

function unregistered(raw: RawFigures): number {
  return raw.projects.filter(
    (p) => p.kind === '新建' && p.startDate !== null && p.registered === '否' && cents(p.totalInvestment) >= 500000n,
  ).length
}

function tier(size: bigint): bigint {
  if (size >= 20000000n) return 5n
  if (size >= 10000000n) return 3n
  return size >= 5000000n ? 2n : 1n
}

function cents(text: string): bigint {
  const [whole = '0', part = ''] = text.split('.')
  return BigInt(whole + part.padEnd(2, '0'))
}

/** Nearest whole number, halves up; both are positive here. */
function half(over: bigint, under: bigint): bigint {
  return (2n * over + under) / (2n * under)
}

function twoPlaces(hundredths: bigint): string {
  const digits = (hundredths < 0n ? -hundredths : hundredths).toString().padStart(3, '0')
  return `${hundredths < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
}
