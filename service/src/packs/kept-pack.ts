import { parsePack, type Pack } from '@kaohe/shared-rules'
import type { Kysely } from 'kysely'
import type { Database } from '../db/schema.ts'

/** A pack that was once in force, as it was. */
export async function keptPack(db: Kysely<Database>, hash: string): Promise<Pack> {
  const { json } = await db.selectFrom('pack').select('json').where('hash', '=', hash).executeTakeFirstOrThrow()
  const parsed = parsePack(JSON.parse(json))
  if (!parsed.ok) throw new Error(`pack ${hash} no longer parses: ${parsed.faults.map(({ path }) => path).join(', ')}`)
  return parsed.pack
}
