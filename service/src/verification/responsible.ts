import { sourcesOf, type Form, type Indicator, type Pack } from '@kaohe/shared-rules'
import { signedIn, type Env } from '../access/guard.ts'
import type { Context } from 'hono'
import { ProblemError } from '../problem.ts'
import type { Item } from './items.ts'

/** Stands in where the only bureau responsible would judge itself. */
export const officeBureau = 'office'

/** Who verifies this indicator of this unit: its bureaus, except the unit itself; the office where nobody is left. */
export function bureausOf(indicator: Indicator, unit: string): readonly string[] {
  const others = indicator.verifiers.filter((bureau) => bureau !== unit)
  return others.length > 0 ? others : [officeBureau]
}

/** Who may supply this indicator's figure for the unit (固投: 统计局), or null where it is counted in a ledger. */
export function supplierOf(indicator: Indicator, unit: string): string | null {
  if (indicator.actual.kind !== 'reported' || indicator.status !== 'issued') return null
  return indicator.dataOwner === unit ? officeBureau : indicator.dataOwner
}

/** What a figure cell or a row counts by. */
export type Source = { readonly key: string } | { readonly ledger: string }

/** The indicators that a figure cell or a ledger of a form counts for. */
export function indicatorsReading(pack: Pack, source: Source): readonly Indicator[] {
  return pack.indicators.filter(({ status, actual }) => {
    const { keys, ledgers } = sourcesOf(actual)
    return status === 'issued' && ('key' in source ? keys.includes(source.key) : ledgers.includes(source.ledger))
  })
}

/** Who verifies one figure or row of a unit. */
export function bureausOfItem(pack: Pack, unit: string, item: Item): readonly string[] {
  return bureausOfSource(pack, unit, item.kind === 'figure' ? { key: item.key } : { ledger: item.ledger })
}

/** Every bureau responsible for an indicator that this counts for. */
export function bureausOfSource(pack: Pack, unit: string, source: Source): readonly string[] {
  return [...new Set(indicatorsReading(pack, source).flatMap((indicator) => bureausOf(indicator, unit)))]
}

/** Every bureau that has something to verify in this form of this unit. */
export function bureausOfForm(pack: Pack, form: Form, unit: string): ReadonlySet<string> {
  const keys = form.matrix.columns.flatMap(({ figure }) => (figure === undefined ? [] : [{ key: figure }]))
  const sources = [...keys, ...form.ledgers.map(({ id }) => ({ ledger: id }))]
  const indicators = sources.flatMap((source) => indicatorsReading(pack, source))
  return new Set(indicators.flatMap((indicator) => bureausOf(indicator, unit)))
}

/** The bureau an account verifies for; an account without one has nothing to verify. */
export function ownBureau(c: Context<Env>): string {
  const { role, unit } = signedIn(c)
  if (role === 'office') return officeBureau
  if (role !== 'verifier' || unit === null) throw new ProblemError({ type: 'not-found' })
  return unit
}
