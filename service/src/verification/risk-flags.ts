import { compare, multiply, parseExact, ratio } from '@kaohe/shared-rules'
import type { VerifiedIndicator } from './assess-unit.ts'

/** Something for a person to look at; never a verdict. */
export interface RiskFlag {
  readonly flag: 'equals-target' | 'verified-far-below'
  readonly indicator: string
}

/** An amount that hits its target to the last digit, and a verified figure under four fifths of the reported one. */
export function flagsOf(
  unit: string,
  { indicator, reported, verified }: VerifiedIndicator,
  target: string | undefined,
): readonly RiskFlag[] {
  const [claimed, confirmed, asked] = [reported, verified, target].map((text) => parseExact(text ?? ''))
  const equals = unit === '万元' && claimed && asked && compare(claimed, asked) === 0
  const below = claimed && confirmed && compare(confirmed, multiply(claimed, ratio(4, 5))) < 0
  return [
    ...(equals ? [{ flag: 'equals-target', indicator } as const] : []),
    ...(below ? [{ flag: 'verified-far-below', indicator } as const] : []),
  ]
}
