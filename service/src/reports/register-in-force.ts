import type { Kysely } from 'kysely'
import type { AuditAction } from '../audit/entry.ts'
import { chainHead } from '../audit/store.ts'
import type { Database } from '../db/schema.ts'
import { archiveOf, type ArchivedRow } from '../projects/archive.ts'
import { registerOfYear, type RegisterOn } from '../register/store.ts'
import { templatesInForce } from '../templates/in-force.ts'
import type { WindowDecisions } from '../windows/access.ts'
import { windowDecisions } from '../windows/store.ts'

/** What every report of a campaign is judged by besides the pack and the unit's own past. */
export interface RegisterInForce {
  /** Units and targets that count for a window, by its last day. */
  readonly on: RegisterOn
  readonly windows: WindowDecisions
  readonly archive: readonly ArchivedRow[]
  /** Versions of forms that are issued as copies of an annex. */
  readonly templates: Readonly<Record<string, number>>
}

/** Reads the register under the campaign's lock. */
export type ReadRegister = (trx: Kysely<Database>) => Promise<RegisterInForce>

/** What happens all day and leaves the register as it is. Anything else is taken for a change of it. */
const withoutEffect: readonly AuditAction[] = [
  'report.received',
  'report.returned',
  'figure.verified',
  'figure.supplied',
  'evidence.added',
  'evidence.withdrawn',
  'intake.accepted',
]

/**
 * Keeps the register of a campaign as it was read last. Every change of it is logged in its own transaction under the
 * campaign's lock, so under that lock the log says whether what is kept still holds, whichever process made the change.
 */
export function registerInForce(campaign: string): ReadRegister {
  let kept: { readonly register: RegisterInForce; readonly length: number } | null = null
  return async (trx) => {
    const { length } = await chainHead(trx, campaign)
    const holds = kept !== null && !(await changedSince(trx, campaign, kept.length, length))
    const register = holds && kept ? kept.register : await read(trx, campaign)
    kept = { register, length }
    return register
  }
}

async function changedSince(trx: Kysely<Database>, campaign: string, from: number, to: number): Promise<boolean> {
  if (from === to) return false
  const change = await trx
    .selectFrom('audit_entry')
    .select('seq')
    .where('campaign', '=', campaign)
    .where('seq', '>', from)
    .where('action', 'not in', withoutEffect)
    .limit(1)
    .executeTakeFirst()
  return change !== undefined
}

async function read(trx: Kysely<Database>, campaign: string): Promise<RegisterInForce> {
  return {
    on: await registerOfYear(trx, campaign),
    windows: await windowDecisions(trx, campaign),
    archive: await archiveOf(trx, { campaign }),
    templates: await templatesInForce(trx, campaign),
  }
}
