import { gridOfBook } from '@kaohe/shared-rules'
import { Hono, type Context } from 'hono'
import { z } from 'zod'
import { signedIn, type Env } from '../access/guard.ts'
import { ProblemError } from '../problem.ts'
import { unitsOf } from '../register/store.ts'
import { currentWindow, windowsAt } from '../register/windows.ts'
import { formsInForce } from '../templates/in-force.ts'
import { readUpload } from '../uploads.ts'
import { validated } from '../validated.ts'
import { attachment } from '../workbooks/attachment.ts'
import { xlsxType } from '../workbooks/new-workbook.ts'
import { refusalTitles, type RefusalReason } from '../workbooks/reading/refusal.ts'
import { csvOf } from '../workbooks/table.ts'
import { acceptEntries } from './accept-entries.ts'
import type { IntakeDeps, Intaker } from './deps.ts'
import { drawnPlaces, mostDrawnPlaces } from './drawn-places.ts'
import { findingOf } from './finding.ts'
import { foundForm } from './found-form.ts'
import { listOfFaults } from './list-of-faults.ts'
import { markedWorkbook } from './marked-workbook.ts'
import { batchesOf, contentOf, entriesOf, findBatch, setFinding, type Batch } from './store.ts'
import { takeIn } from './take-in.ts'
import { viewOf } from './view.ts'

const unitSchema = z.strictObject({ unit: z.string().max(64) })
const acceptanceSchema = z.strictObject({
  entries: z
    .array(
      z.strictObject({
        seq: z.int().min(1),
        against: z.string().max(32).nullable(),
        reasons: z.record(z.string().max(200), z.string().max(500)).default({}),
      }),
    )
    .min(1)
    .max(300),
})

/** 来件导入: files that came by mail. First looked at, then accepted, each by the way every report goes. */
export function intakeRoutes(deps: IntakeDeps) {
  const { db, campaign, pack, clock, reader } = deps
  const ownerOf = (c: Context<Env>) => ({ campaign: campaign.id, account: signedIn(c).id })
  const intakerOf = (c: Context<Env>): Intaker => {
    const { id: account, username, role, unit } = signedIn(c)
    // A clerk without a unit hands nothing in.
    if (role === 'clerk' && unit === null) throw new ProblemError({ type: 'not-found' })
    return { account, username, own: role === 'office' ? null : unit, requestId: c.get('requestId') }
  }
  const asked = async (c: Context<Env>, id: string): Promise<Batch> => {
    const batch = await findBatch(db, ownerOf(c), id, clock.now())
    if (!batch) throw new ProblemError({ type: 'not-found' })
    return batch
  }

  return new Hono<Env>()
    .use(async (c, next) => {
      c.header('Cache-Control', 'no-store')
      await next()
    })
    .post('/', async (c) => {
      const intaker = intakerOf(c)
      const { files, texts } = await readUpload(c, 'files')
      const windows = windowsAt(pack.calendar, clock.now())
      const window = texts.get('window') ?? currentWindow(windows, clock.now())?.id
      if (!windows.some(({ id }) => id === window) || window === undefined) {
        throw new ProblemError({ type: 'invalid-request', issues: [{ path: 'window', message: '没有这个报送窗口' }] })
      }
      return c.json({ batch: await viewOf(deps, await takeIn(deps, intaker, window, files)) }, 201)
    })
    .post('/grid', async (c) => {
      const { own } = intakerOf(c)
      const [file] = (await readUpload(c, 'file')).files
      const forms = await formsInForce(db, campaign.id, pack)
      const units = await unitsOf(db, campaign.id)
      const reading = await reader.read(file?.bytes ?? new Uint8Array(), forms, units)
      if (reading.kind === 'refused') throw unreadable(reading.reason)
      const { book, recognition } = reading
      const shown = { ...book, sheets: book.sheets.filter(({ hidden }) => !hidden) }
      const form = recognition.kind === 'recognised' && forms.find(({ id }) => id === recognition.form.id)
      const unit = units.find(({ id }) => id === own)
      if (form && drawnPlaces(book.sheets, recognition.binding) > mostDrawnPlaces) throw unreadable('too-many-cells')
      const recognised = form && unit ? { form, binding: recognition.binding, unit } : null
      const notes = recognition.kind === 'recognised' ? recognition.notes : []
      return c.json({
        grid: gridOfBook(shown, recognised, file?.name ?? ''),
        recognised: recognised?.form.id ?? null,
        notes,
      })
    })
    .get('/', async (c) => c.json({ batches: await batchesOf(db, ownerOf(c), clock.now()) }))
    .get('/:batch', async (c) => c.json({ batch: await viewOf(deps, await asked(c, c.req.param('batch'))) }))
    .post('/:batch/entries/:entry', validated('json', unitSchema), async (c) => {
      const batch = await asked(c, c.req.param('batch'))
      const entry = (await entriesOf(db, batch.id)).find(({ seq }) => String(seq) === c.req.param('entry'))
      const units = await unitsOf(db, campaign.id)
      const { unit: chosen } = c.req.valid('json')
      if (!entry || !units.some(({ id }) => id === chosen)) throw new ProblemError({ type: 'not-found' })
      const forms = await formsInForce(db, campaign.id, pack)
      const whose = { fileName: entry.name, own: null, chosen }
      const found = await reader.find(await contentOf(db, batch.id, entry.seq), forms, units, whose)
      await setFinding(db, batch.id, entry.seq, findingOf(found))
      return c.json({ batch: await viewOf(deps, batch) })
    })
    .post('/:batch/acceptance', validated('json', acceptanceSchema), async (c) => {
      const intaker = intakerOf(c)
      const batch = await asked(c, c.req.param('batch'))
      const turnedDown = await acceptEntries(deps, intaker, batch, c.req.valid('json').entries)
      return c.json({ batch: await viewOf(deps, batch), turnedDown })
    })
    .get('/:batch/entries/:entry/marked', async (c) => {
      const batch = await asked(c, c.req.param('batch'))
      const { entries, ...view } = await viewOf(deps, batch)
      const entry = entries.find(({ seq }) => String(seq) === c.req.param('entry'))
      if (!entry) throw new ProblemError({ type: 'not-found' })
      const units = await unitsOf(db, campaign.id)
      const list = listOfFaults({ ...view, entries: [entry] }, pack.forms, units)
      const found = await foundForm(deps, batch.id, entry, units)
      const name = `${entry.file.name.replace(/\.xlsx?$/i, '')}-问题标注.xlsx`
      return c.body(new Uint8Array(await markedWorkbook(list, entry.outcome, found, clock.now())), 200, {
        'Content-Type': xlsxType,
        'Content-Disposition': attachment('marked.xlsx', name),
      })
    })
    .get('/:batch/list', async (c) => {
      const view = await viewOf(deps, await asked(c, c.req.param('batch')))
      const csv = csvOf(listOfFaults(view, pack.forms, await unitsOf(db, campaign.id)))
      return c.body(csv, 200, {
        'Content-Type': 'text/csv; charset=utf-8',
        'Content-Disposition': attachment('intake.csv', '来件问题清单.csv'),
      })
    })
}

const unreadable = (reason: RefusalReason) =>
  new ProblemError({ type: 'unreadable-file', reason, detail: refusalTitles[reason] })
