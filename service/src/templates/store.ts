import type { Annex, Binding } from '@kaohe/shared-rules'
import type { Kysely } from 'kysely'
import type { Database } from '../db/schema.ts'

/** An annex of the office's own, registered for a form. */
export interface Template {
  readonly id: string
  readonly form: string
  /** As its file was called. */
  readonly name: string
  readonly sha256: string
  readonly annex: Annex
  readonly binding: Binding
  readonly uploadedAt: string
  /** Of the form's layout, once it was confirmed; the highest of a form is issued. */
  readonly version: number | null
  /** The document it was issued by. */
  readonly document: string | null
  readonly confirmedAt: string | null
}

export type NewTemplate = Pick<Template, 'id' | 'form' | 'name' | 'sha256' | 'annex' | 'binding' | 'uploadedAt'>

export async function addTemplate(
  db: Kysely<Database>,
  { campaign, account, content }: { readonly campaign: string; readonly account: string; readonly content: Uint8Array },
  { id, form, name, sha256, annex, binding, uploadedAt }: NewTemplate,
): Promise<void> {
  await db
    .insertInto('template')
    .values({
      id,
      campaign,
      form,
      account,
      name,
      sha256,
      content: Buffer.from(content).toString('base64'),
      annex: JSON.stringify(annex),
      binding: JSON.stringify(binding),
      uploaded_at: uploadedAt,
    })
    .execute()
}

/** Every template of the campaign, the latest first. */
export async function templatesOf(
  db: Kysely<Database>,
  campaign: string,
): Promise<readonly Omit<Template, 'annex' | 'binding'>[]> {
  const rows = await db
    .selectFrom('template')
    .select(['id', 'form', 'name', 'sha256', 'uploaded_at', 'version', 'document', 'confirmed_at'])
    .where('campaign', '=', campaign)
    .orderBy('uploaded_at', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows.map(({ uploaded_at, confirmed_at, ...row }) => ({
    ...row,
    uploadedAt: uploaded_at,
    confirmedAt: confirmed_at,
  }))
}

export async function findTemplate(db: Kysely<Database>, campaign: string, id: string): Promise<Template | undefined> {
  const row = await whole(db, campaign).where('id', '=', id).executeTakeFirst()
  return row && toTemplate(row)
}

/** The annex that a form is issued as, or undefined where the form's description is laid out. */
export async function templateInForce(
  db: Kysely<Database>,
  campaign: string,
  form: string,
): Promise<Template | undefined> {
  const row = await whole(db, campaign)
    .where('form', '=', form)
    .where('version', 'is not', null)
    .orderBy('version', 'desc')
    .executeTakeFirst()
  return row && toTemplate(row)
}

export async function originalOf(db: Kysely<Database>, id: string): Promise<Buffer> {
  const { content } = await db.selectFrom('template').select('content').where('id', '=', id).executeTakeFirstOrThrow()
  return Buffer.from(content, 'base64')
}

export async function setBinding(db: Kysely<Database>, id: string, binding: Binding): Promise<void> {
  await db
    .updateTable('template')
    .set({ binding: JSON.stringify(binding) })
    .where('id', '=', id)
    .where('version', 'is', null)
    .execute()
}

export async function setConfirmed(
  db: Kysely<Database>,
  id: string,
  { version, document, at }: { readonly version: number; readonly document: string; readonly at: Date },
): Promise<void> {
  await db
    .updateTable('template')
    .set({ version, document, confirmed_at: at.toISOString() })
    .where('id', '=', id)
    .execute()
}

const whole = (db: Kysely<Database>, campaign: string) =>
  db
    .selectFrom('template')
    .select(['id', 'form', 'name', 'sha256', 'annex', 'binding', 'uploaded_at', 'version', 'document', 'confirmed_at'])
    .where('campaign', '=', campaign)

type Row = NonNullable<Awaited<ReturnType<ReturnType<typeof whole>['executeTakeFirst']>>>

function toTemplate({ annex, binding, uploaded_at, confirmed_at, ...row }: Row): Template {
  return {
    ...row,
    annex: JSON.parse(annex) as Annex,
    binding: JSON.parse(binding) as Binding,
    uploadedAt: uploaded_at,
    confirmedAt: confirmed_at,
  }
}
