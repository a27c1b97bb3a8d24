/** One line of the benchmark. `ok` is null where a peer is not installed or a figure has no goal. */
export interface Row {
  readonly name: string
  readonly value: number | null
  readonly unit: string
  readonly goal: string
  readonly ok: boolean | null
}

/** A named measurement, of one row or of several that are taken together. Measuring is put off until it is asked for. */
export interface Probe {
  readonly name: string
  readonly measure: () => Row | Promise<Row | readonly Row[]>
}

/** The middle one of several measurements. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}

/** The median time of several runs, in milliseconds, after one that warms up. */
export async function medianMs(runs: number, work: () => unknown): Promise<number> {
  await work()
  const times: number[] = []
  for (let run = 0; run < runs; run += 1) {
    const started = performance.now()
    await work()
    times.push(performance.now() - started)
  }
  return median(times)
}

export const atLeast = (name: string, value: number, unit: string, goal: number): Row => ({
  name,
  value: rounded(value),
  unit,
  goal: `≥ ${goal.toString()}`,
  ok: value >= goal,
})

export const atMost = (name: string, value: number, unit: string, goal: number): Row => ({
  name,
  value: rounded(value),
  unit,
  goal: `≤ ${goal.toString()}`,
  ok: value <= goal,
})

/** A figure without a goal, to compare machines and versions by. */
export const noted = (name: string, value: number, unit: string): Row => ({
  name,
  value: rounded(value),
  unit,
  goal: 'noted',
  ok: null,
})

export const rounded = (value: number): number => Number(value.toPrecision(4))
