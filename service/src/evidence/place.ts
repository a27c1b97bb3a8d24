import type { Form, Pack } from '@kaohe/shared-rules'
import type { Kysely } from 'kysely'
import type { Database } from '../db/schema.ts'
import { ProblemError } from '../problem.ts'
import { bureausOfSource } from '../verification/responsible.ts'
import type { EvidencePlace } from './evidence-file.ts'

/** Where a unit's file is to belong: to a figure of the form, or to a row whose number was issued to this very unit. */
export async function placeFor(
  db: Kysely<Database>,
  { campaign, pack, unit }: { readonly campaign: string; readonly pack: Pack; readonly unit: string },
  { form: id, item }: { readonly form: string; readonly item: string },
): Promise<EvidencePlace> {
  const form = pack.forms.find((one) => one.id === id)
  if (!form) throw unfit('form', '没有这张表')
  if (figureOf(form, item) !== undefined) return { unit, form: id, item, ledger: null }
  const issued = await db
    .selectFrom('ledger_number')
    .select('ledger')
    .where('campaign', '=', campaign)
    .where('unit', '=', unit)
    .where('number', '=', item)
    .executeTakeFirst()
  if (!issued || !form.ledgers.some((ledger) => ledger.id === issued.ledger)) {
    throw unfit('item', '没有这一项：须为表中的指标栏，或本单位报送后得到的项目编号')
  }
  return { unit, form: id, item, ledger: issued.ledger }
}

/** Who verifies what a file belongs to, and so sees it. */
export function bureausOfPlace(pack: Pack, { unit, form: id, item, ledger }: EvidencePlace): readonly string[] {
  const form = pack.forms.find((one) => one.id === id)
  const key = form && figureOf(form, item)
  if (ledger !== null) return bureausOfSource(pack, unit, { ledger })
  return key === undefined ? [] : bureausOfSource(pack, unit, { key })
}

const figureOf = (form: Form, item: string): string | undefined =>
  form.matrix.columns.find(({ id }) => id === item)?.figure

const unfit = (path: string, message: string) =>
  new ProblemError({ type: 'invalid-request', issues: [{ path, message }] })
