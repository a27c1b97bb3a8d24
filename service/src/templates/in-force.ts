import type { Form, Pack } from '@kaohe/shared-rules'
import type { Kysely } from 'kysely'
import type { Database } from '../db/schema.ts'

/** The version of each form for which the office registered an annex of its own, by form id. */
export async function templatesInForce(
  db: Kysely<Database>,
  campaign: string,
): Promise<Readonly<Record<string, number>>> {
  const rows = await db
    .selectFrom('template')
    .select(['form', ({ fn }) => fn.max('version').as('version')])
    .where('campaign', '=', campaign)
    .where('version', 'is not', null)
    .groupBy('form')
    .execute()
  return Object.fromEntries(rows.map(({ form, version }) => [form, Number(version)]))
}

/** The pack's forms as they are issued now: a registered annex raises the template version, and nothing else of the form. */
export async function formsInForce(db: Kysely<Database>, campaign: string, pack: Pack): Promise<readonly Form[]> {
  const versions = await templatesInForce(db, campaign)
  return pack.forms.map((form) => ({ ...form, template: versions[form.id] ?? form.template }))
}
