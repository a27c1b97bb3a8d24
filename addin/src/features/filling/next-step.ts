import { worthOfMore, type IndicatorResult, type Pack, type UnitFacts } from '@kaohe/shared-rules'

/** A step of an indicator's figure that is worth talking about, and what it adds to the points. */
export interface NextStep {
  readonly step: string
  /** Decimal text; `0` where more adds nothing. */
  readonly worth: string
}

/** What one more unit is worth: one project, or of an amount a round figure near a hundredth of the target. */
export function nextStep(pack: Pack, facts: UnitFacts, { indicator, target }: IndicatorResult): NextStep | null {
  const figure = pack.indicators.find(({ id }) => id === indicator)?.actual
  const step = figure?.kind === 'count' ? '1' : roundStep(target)
  if (step === null) return null
  const worth = worthOfMore(pack, facts, indicator, step)
  return worth === null ? null : { step, worth }
}

/** 13000 → 100, 2000 → 10: a power of ten that is at most a hundredth of the target, and at least 1. */
function roundStep(target: string | null): string | null {
  const whole = /^(\d+)(\.\d+)?$/.exec(target ?? '')?.[1]
  if (whole === undefined) return null
  return `1${'0'.repeat(Math.max(0, whole.length - 3))}`
}
