import { createHash } from 'node:crypto'
import { fromA1, type Annex, type Binding, type Form, type Pack, type Unit } from '@kaohe/shared-rules'
import type { Kysely } from 'kysely'
import { appendAudit } from '../audit/append.ts'
import type { Database } from '../db/schema.ts'
import { ProblemError } from '../problem.ts'
import { issueOn, targetsOf, type Campaign } from '../register/store.ts'
import { lockCampaign } from '../reports/store.ts'
import { draftTargets, type Acting } from '../targets/drafts.ts'
import type { UploadedFile } from '../uploads.ts'
import { refusalTitles } from '../workbooks/reading/refusal.ts'
import type { WorkbookReader } from '../workbooks/reading/reader.ts'
import { targetsIn } from './differences.ts'
import { templatesInForce } from './in-force.ts'
import { proposalOf, unfoundHeads, withoutLedgers } from './proposal.ts'
import {
  addTemplate,
  findTemplate,
  setBinding,
  setConfirmed,
  templatesOf,
  type NewTemplate,
  type Template,
} from './store.ts'

export interface TemplateDeps {
  readonly db: Kysely<Database>
  readonly campaign: Campaign
  readonly pack: Pack
  readonly reader: WorkbookReader
}

/** Reads an annex and keeps it with the places its columns seem to have. Nothing is issued by this. */
export async function uploadAnnex(
  { db, campaign, pack, reader }: TemplateDeps,
  { actor, account, at }: { readonly actor: string; readonly account: string; readonly at: Date },
  { name, bytes }: UploadedFile,
  { units, asked }: { readonly units: readonly Unit[]; readonly asked: string | undefined },
): Promise<string> {
  const forms = pack.forms.filter(({ id }) => asked === undefined || id === asked)
  if (forms.length === 0) throw invalid('form', '没有这个表')
  const reading = await reader.read(bytes, [...forms, ...withoutLedgers(forms)], units)
  if (reading.kind === 'refused') {
    throw new ProblemError({ type: 'unreadable-file', reason: reading.reason, detail: refusalTitles[reading.reason] })
  }
  const proposal = proposalOf(reading, asked)
  if (!proposal) throw invalid('file', '没有找到任何一张正式表的表头和责任单位一栏')
  const annex = {
    sheets: reading.book.sheets
      .filter(({ hidden }) => !hidden)
      .map(({ name: sheet, top, left, values, merges, widths, heights }) => ({
        name: sheet,
        top,
        left,
        values,
        merges,
        widths,
        heights,
      })),
  }
  if (!annex.sheets.some((sheet) => sheet.name === proposal.binding.matrix.sheet))
    throw invalid('file', '分解表在隐藏的工作表里')
  return db.transaction().execute(async (trx) => {
    await lockCampaign(trx, campaign.id)
    const count = (await templatesOf(trx, campaign.id)).length + 1
    const template: NewTemplate = {
      id: `${campaign.year}-T${String(count).padStart(2, '0')}`,
      name,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      annex,
      uploadedAt: at.toISOString(),
      ...proposal,
    }
    await addTemplate(trx, { campaign: campaign.id, account, content: bytes }, template)
    const { id, form, sha256 } = template
    await appendAudit(trx, {
      campaign: campaign.id,
      actor,
      at,
      action: 'template.registered',
      subject: `template/${id}`,
      after: { form, file: name, sha256 },
    })
    return id
  })
}

/** Puts columns where the office says they are: by the cell of their head, or `null` for nowhere. */
export async function rebind(
  { db, campaign, pack }: TemplateDeps,
  id: string,
  columns: Readonly<Record<string, string | null>>,
): Promise<void> {
  const { template, form } = await open(db, campaign, pack, id)
  const { matrix } = template.binding
  const places: Record<string, number> = { ...matrix.columns }
  let { firstRow } = matrix
  for (const [column, address] of Object.entries(columns)) {
    const cell = address === null ? null : fromA1(address)
    if (cell === undefined || !form.matrix.columns.some((each) => each.id === column)) {
      throw invalid(`columns.${column}`, '没有这一栏，或单元格地址有误')
    }
    delete places[column]
    if (cell === null) continue
    if (Object.values(places).includes(cell.column)) throw invalid(`columns.${column}`, '这一列已经是另一栏')
    places[column] = cell.column
    firstRow = Math.max(firstRow, cell.row + 1)
  }
  await setBinding(db, id, { ...template.binding, matrix: { ...matrix, columns: places, firstRow } })
}

export interface Confirmation {
  readonly document: string
  /** Also draft the targets that stand in it, under this title. */
  readonly targets: { readonly title: string; readonly sample: boolean } | null
}

/** From now on the form is issued as a copy of this annex, in a version of its own; what was filled in before is outdated. */
export async function confirmTemplate(
  { db, campaign, pack }: TemplateDeps,
  acting: Acting,
  id: string,
  { document, targets }: Confirmation,
  { units, day }: { readonly units: readonly Unit[]; readonly day: string },
): Promise<void> {
  const { actor, at } = acting
  await db.transaction().execute(async (trx) => {
    await lockCampaign(trx, campaign.id)
    const { template, form } = await open(trx, campaign, pack, id)
    const { annex, binding, sha256, name } = template
    const unfound = unfoundHeads(form, annex, binding).filter(({ required }) => required)
    if (unfound.length > 0) {
      const issues = unfound.map(({ column, head }) => ({
        path: `binding.${column}`,
        message: `表头“${head.join('／')}”没有位置`,
      }))
      throw new ProblemError({ type: 'invalid-request', issues })
    }
    const before = (await templatesInForce(trx, campaign.id))[form.id] ?? form.template
    await setConfirmed(trx, id, { version: before + 1, document, at })
    await appendAudit(trx, {
      campaign: campaign.id,
      actor,
      at,
      action: 'template.confirmed',
      subject: `template/${id}`,
      before: { form: form.id, version: before },
      after: { form: form.id, version: before + 1, sha256, document },
    })
    if (targets) {
      const drafted = await mergedTargets(trx, campaign.id, day, form, annex, binding, units)
      await draftTargets(trx, acting, { ...targets, source: `${name}（${sha256.slice(0, 12)}）`, targets: drafted })
    }
  })
}

/** The targets in force with those of the annex in their place: targets are issued as a whole. */
async function mergedTargets(
  trx: Kysely<Database>,
  campaign: string,
  day: string,
  form: Form,
  annex: Annex,
  binding: Binding,
  units: readonly Unit[],
): Promise<Record<string, Record<string, string>>> {
  const { byUnit, unreadable } = targetsIn(form, annex, binding, units)
  if (unreadable.length > 0) {
    const issues = unreadable.map(({ unit, key, text }) => ({
      path: `targets.${unit}.${key}`,
      message: `“${text}”不是数字`,
    }))
    throw new ProblemError({ type: 'invalid-request', issues })
  }
  const inForce = (await issueOn(trx, campaign, day)) ? await targetsOf(trx, campaign, day) : {}
  const keys = new Set(form.matrix.columns.flatMap(({ target }) => target ?? []))
  return Object.fromEntries(
    units.map(({ id }) => {
      const others = Object.entries(inForce[id] ?? {}).filter(([key]) => !keys.has(key))
      return [id, { ...Object.fromEntries(others), ...byUnit[id] }]
    }),
  )
}

/** A template that may still be changed, with its form. */
async function open(
  db: Kysely<Database>,
  campaign: Campaign,
  pack: Pack,
  id: string,
): Promise<{ readonly template: Template; readonly form: Form }> {
  const template = await findTemplate(db, campaign.id, id)
  const form = pack.forms.find((each) => each.id === template?.form)
  if (!template || !form) throw new ProblemError({ type: 'not-found' })
  if (template.version !== null)
    throw new ProblemError({ type: 'template-confirmed', template: id, version: template.version })
  return { template, form }
}

const invalid = (path: string, message: string) =>
  new ProblemError({ type: 'invalid-request', issues: [{ path, message }] })
