import type { Pack, Unit } from '@kaohe/shared-rules'
import type { ApiResult, Me, SignedInApi, Standing } from '../../api/client.ts'
import type { Keep } from '../../api/keep.ts'

/** All the pane computes from, besides the sheet. */
export interface Desk {
  readonly me: Me
  readonly pack: Pack
  readonly packHash: string
  readonly units: readonly Unit[]
  /** Null for accounts without a unit. */
  readonly standing: Standing | null
  /** When it was fetched, by the clock of this machine. */
  readonly fetchedAt: number
}

/** A desk from the service, or, without network, the one seen last on this machine. */
export type OpenedDesk = Desk & { readonly from: 'service' | 'keep' }

/** Fetches the desk and keeps a copy for the next time without network. */
export async function openDesk(
  api: SignedInApi,
  keep: Keep,
  username: string,
  now: () => number,
): Promise<ApiResult<OpenedDesk>> {
  const key = `desk:${username}`
  const fetched = await fetchDesk(api, now)
  if (fetched.ok) {
    // Without room to keep it, the pane works on with what it has; only the next offline start lacks it.
    await keep.set(key, fetched.value).catch(() => undefined)
    return { ok: true, value: { ...fetched.value, from: 'service' } }
  }
  if (fetched.error.kind === 'problem') return fetched
  const kept = await keep.get(key).catch(() => undefined)
  // Only this function writes under the key.
  return kept === undefined ? fetched : { ok: true, value: { ...(kept as Desk), from: 'keep' } }
}

async function fetchDesk(api: SignedInApi, now: () => number): Promise<ApiResult<Desk>> {
  const [me, pack, units] = await Promise.all([api.me(), api.pack(), api.units()])
  if (!me.ok) return me
  if (!pack.ok) return pack
  if (!units.ok) return units
  const desk = {
    me: me.value,
    pack: pack.value.pack,
    packHash: pack.value.hash,
    units: units.value,
    fetchedAt: now(),
  }
  const { role, unit } = me.value.account
  if (role !== 'clerk' || unit === null) return { ok: true, value: { ...desk, standing: null } }
  const standing = await api.standing()
  return standing.ok ? { ok: true, value: { ...desk, standing: standing.value } } : standing
}
