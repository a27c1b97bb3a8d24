import {
  layoutAnnex,
  pictureOfAnnex,
  toA1,
  type Form,
  type FormGrid,
  type LayoutOptions,
  type Unit,
} from '@kaohe/shared-rules'
import { Hono, type Context } from 'hono'
import { z } from 'zod'
import { signedIn, type Env } from '../access/guard.ts'
import type { Clock } from '../clock.ts'
import { ProblemError } from '../problem.ts'

import { registerDay, windowsAt } from '../register/windows.ts'
import { issueOn, targetsOf, unitsOf } from '../register/store.ts'
import { readUpload } from '../uploads.ts'
import { validated } from '../validated.ts'
import { attachment } from '../workbooks/attachment.ts'
import { xlsxType } from '../workbooks/new-workbook.ts'
import { writeWorkbook } from '../workbooks/write-workbook.ts'
import { differencesOf } from './differences.ts'
import { unfoundHeads } from './proposal.ts'
import { confirmTemplate, rebind, uploadAnnex, type TemplateDeps } from './register-template.ts'
import { findTemplate, originalOf, templatesOf, type Template } from './store.ts'

const sentence = z.string().trim().min(1).max(500)
const bindingSchema = z.strictObject({ columns: z.record(z.string().max(64), z.string().max(16).nullable()) })
const confirmationSchema = z.strictObject({
  document: sentence,
  targets: z.strictObject({ title: sentence, sample: z.boolean().default(false) }).nullable(),
})
const copySchema = z.object({ copy: z.enum(['original', 'converted']).default('converted') })

/** 模板登记: the office's own annexes. Uploaded, compared, put right and confirmed; from then on forms are copies of them. */
export function templateRoutes(deps: TemplateDeps & { readonly clock: Clock }) {
  const { db, campaign, pack, clock } = deps
  const today = () => {
    const now = clock.now()
    return registerDay(windowsAt(pack.calendar, now), now)
  }
  const asked = async (c: Context<Env>, id: string): Promise<{ readonly template: Template; readonly form: Form }> => {
    const template = await findTemplate(db, campaign.id, id)
    const form = pack.forms.find((each) => each.id === template?.form)
    if (!template || !form) throw new ProblemError({ type: 'not-found' })
    return { template, form }
  }
  const viewed = async (c: Context<Env>, id: string) => {
    const { template, form } = await asked(c, id)
    const day = today()
    const units = await unitsOf(db, campaign.id, day)
    const targets = await targetsOf(db, campaign.id, day)
    const totals = Object.fromEntries(pack.districtTargets.map(({ key, value }) => [key, value]))
    const sample = (await issueOn(db, campaign.id, day))?.sample === true
    return viewOf(form, template, { units, targets, totals, indicators: pack.indicators, owner: null, sample })
  }

  return new Hono<Env>()
    .use(async (c, next) => {
      c.header('Cache-Control', 'no-store')
      await next()
    })
    .get('/', async (c) => c.json({ templates: await templatesOf(db, campaign.id) }))
    .post('/', async (c) => {
      const { files, texts } = await readUpload(c, 'file')
      const [file] = files
      if (!file || files.length > 1)
        throw new ProblemError({ type: 'invalid-request', issues: [{ path: 'file', message: '一次登记一份附件' }] })
      const { id: account, username: actor } = signedIn(c)
      const units: readonly Unit[] = await unitsOf(db, campaign.id, today())
      const id = await uploadAnnex(deps, { account, actor, at: clock.now() }, file, { units, asked: texts.get('form') })
      return c.json({ template: await viewed(c, id) }, 201)
    })
    .get('/:template', async (c) => c.json({ template: await viewed(c, c.req.param('template')) }))
    .get('/:template/file', validated('query', copySchema), async (c) => {
      const { template, form } = await asked(c, c.req.param('template'))
      const isOriginal = c.req.valid('query').copy === 'original'
      const bytes = isOriginal
        ? await originalOf(db, template.id)
        : await writeWorkbook(converted(form, template), clock.now())
      const name = isOriginal ? template.name : template.name.replace(/\.\w+$/, '.xlsx')
      return c.body(new Uint8Array(bytes), 200, {
        'Content-Type': isOriginal ? 'application/octet-stream' : xlsxType,
        'Content-Disposition': attachment('annex', name),
      })
    })
    .post('/:template/binding', validated('json', bindingSchema), async (c) => {
      await rebind(deps, c.req.param('template'), c.req.valid('json').columns)
      return c.json({ template: await viewed(c, c.req.param('template')) })
    })
    .post('/:template/confirmation', validated('json', confirmationSchema), async (c) => {
      const { username: actor, role } = signedIn(c)
      const id = c.req.param('template')
      const day = today()
      const units = await unitsOf(db, campaign.id, day)
      await confirmTemplate(deps, { campaign, pack, actor, role, at: clock.now() }, id, c.req.valid('json'), {
        units,
        day,
      })
      return c.json({ template: await viewed(c, id) })
    })
}

/** A template as the office decides about it: where its columns are, what differs, and both as a picture. */
function viewOf(form: Form, template: Template, options: LayoutOptions) {
  const { annex, binding, ...own } = template
  const sheet = annex.sheets.find(({ name }) => name === binding.matrix.sheet)
  const unfound = unfoundHeads(form, annex, binding)
  const register = { units: options.units, targets: options.targets, district: options.totals }
  const issuable = unfound.every(({ required }) => !required)
  const current = { ...form, template: own.version ?? form.template }
  return {
    ...own,
    binding: {
      sheet: binding.matrix.sheet,
      columns: form.matrix.columns.flatMap(({ id, head }) => {
        const column = binding.matrix.columns[id]
        const row = binding.matrix.firstRow - 1
        if (column === undefined) return []
        return [{ column: id, head, address: toA1(row, column), text: String(sheet?.values[row]?.[column] ?? '') }]
      }),
    },
    unfound,
    differences: differencesOf(form, annex, binding, register),
    annex: pictureOfAnnex(annex, binding),
    issued: issuable ? layoutAnnex(current, annex, binding, options) : null,
  }
}

/** The annex as .xlsx: its texts, figures, merges and sizes, in the fonts and frames of our forms. */
function converted(form: Form, { annex, binding, name }: Template): FormGrid {
  return {
    form: form.id,
    template: form.template,
    title: form.title,
    fileName: name,
    owner: null,
    sheets: pictureOfAnnex(annex, binding).map((sheet) => ({ ...sheet, protected: false })),
    names: {},
  }
}
