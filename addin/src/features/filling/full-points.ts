import { multiply, rounded, type IndicatorResult, type UnitResult } from '@kaohe/shared-rules'
import { exactOf } from '../../ui/figure.ts'

/**
 * The most an indicator's weight is worth for this unit. Where weights were left out, the others are raised to the full
 * mark: 25 of 87 counted is worth 28.74, and 28.51 beside a bare 25 would look like a mistake. Null for what has no weight.
 */
export function fullPoints({ weight, working }: IndicatorResult): string | null {
  return weight === null || weight === '0' ? null : raised(weight, factorOf(working))
}

/** The same for the weights counted so far. */
export function fullCounted({ indicators }: UnitResult, countedWeight: string): string {
  const factor = indicators.map(({ working }) => factorOf(working)).find((factor) => factor !== undefined)
  return raised(countedWeight, factor)
}

function factorOf(working: IndicatorResult['working']): string | undefined {
  return working.find(({ name }) => name === 'factor')?.value
}

function raised(weight: string, factor: string | undefined): string {
  const exact = exactOf(weight)
  const times = exactOf(factor ?? '1')
  if (!exact || !times) return weight
  return rounded(multiply(exact, times), { places: 2, halves: 'up' }).replace(/\.?0+$/, '')
}
