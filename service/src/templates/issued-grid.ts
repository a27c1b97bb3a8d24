import { layoutAnnex, layoutForm, type Form, type FormGrid, type LayoutOptions } from '@kaohe/shared-rules'
import type { Kysely } from 'kysely'
import type { Database } from '../db/schema.ts'
import { templateInForce } from './store.ts'

/** A form as it is issued: a copy of the office's own annex where one was confirmed, else the layout of its description. */
export async function issuedGrid(
  db: Kysely<Database>,
  campaign: string,
  form: Form,
  options: LayoutOptions,
): Promise<FormGrid> {
  const template = await templateInForce(db, campaign, form.id)
  if (!template || template.version === null) return layoutForm(form, options)
  return layoutAnnex({ ...form, template: template.version }, template.annex, template.binding, options)
}
