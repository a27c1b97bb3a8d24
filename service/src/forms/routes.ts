import { type FormGrid, type Pack } from '@kaohe/shared-rules'
import { Hono, type Context } from 'hono'
import type { Kysely } from 'kysely'
import { z } from 'zod'
import { signedIn, type Env } from '../access/guard.ts'
import type { Clock } from '../clock.ts'
import type { Database } from '../db/schema.ts'
import { ProblemError } from '../problem.ts'
import { issueOn, targetsOf, unitsOf, type Campaign } from '../register/store.ts'
import { registerDay, windowsAt } from '../register/windows.ts'
import { formsInForce } from '../templates/in-force.ts'
import { issuedGrid } from '../templates/issued-grid.ts'
import { validated } from '../validated.ts'
import { attachment } from '../workbooks/attachment.ts'
import { xlsxType } from '../workbooks/new-workbook.ts'
import { writeWorkbook } from '../workbooks/write-workbook.ts'
import { filledGrid, typedCellsSchema } from './fill-grid.ts'

export interface FormDeps {
  readonly db: Kysely<Database>
  readonly campaign: Campaign
  readonly pack: Pack
  readonly clock: Clock
}

const querySchema = z.object({ unit: z.string().max(64).optional() })

/** The official forms, freshly laid out from the register or copied from the office's annexes: as .xlsx for Excel, as a grid for the workbench. */
export function formRoutes(deps: FormDeps) {
  const { db, campaign, pack, clock } = deps
  return new Hono<Env>()
    .get('/', async (c) => {
      const forms = await formsInForce(db, campaign.id, pack)
      return c.json(forms.map(({ id, annex, title, template, fileName }) => ({ id, annex, title, template, fileName })))
    })
    .get('/:form/workbook', validated('query', querySchema), async (c) => {
      const grid = await gridFor(deps, c, c.req.param('form'), c.req.valid('query').unit)
      return fileAnswer(c, grid, await writeWorkbook(grid, clock.now()))
    })
    .post('/:form/workbook', validated('json', typedCellsSchema), async (c) => {
      const grid = await gridFor(deps, c, c.req.param('form'), undefined)
      const filled = filledGrid(grid, c.req.valid('json').cells)
      if (!filled.ok) {
        const message = `${filled.locked} 是锁定的单元格，不能填写`
        throw new ProblemError({ type: 'invalid-request', issues: [{ path: 'cells', message }] })
      }
      return fileAnswer(c, grid, await writeWorkbook(filled.grid, clock.now()))
    })
    .get('/:form/grid', validated('query', querySchema), async (c) => {
      const grid = await gridFor(deps, c, c.req.param('form'), c.req.valid('query').unit)
      c.header('Cache-Control', 'no-store')
      return c.json<FormGrid>(grid)
    })
}

function fileAnswer(c: Context<Env>, { form, fileName }: FormGrid, bytes: Uint8Array) {
  const name = fileName.endsWith('.xlsx') ? fileName : `${fileName}.xlsx`
  return c.body(new Uint8Array(bytes), 200, {
    'Content-Type': xlsxType,
    'Content-Disposition': attachment(`${form}.xlsx`, name),
    'Cache-Control': 'no-store',
  })
}

/** A clerk gets the copy of its own unit and no other; everybody else the office's copy or, by name, any unit's. */
async function gridFor(deps: FormDeps, c: Context<Env>, formId: string, asked: string | undefined): Promise<FormGrid> {
  const { db, campaign, pack, clock } = deps
  const now = clock.now()
  const day = registerDay(windowsAt(pack.calendar, now), now)
  const form = pack.forms.find(({ id }) => id === formId)
  const units = await unitsOf(db, campaign.id, day)
  const { role, unit } = signedIn(c)
  const owner = role === 'clerk' ? unit : (asked ?? null)
  const isForeign = role === 'clerk' && asked !== undefined && asked !== unit
  const isUnknown = owner !== null && !units.some(({ id }) => id === owner)
  if (!form || isForeign || isUnknown) throw new ProblemError({ type: 'not-found' })
  const targets = await targetsOf(db, campaign.id, day)
  const totals = Object.fromEntries(pack.districtTargets.map(({ key, value }) => [key, value]))
  const sample = (await issueOn(db, campaign.id, day))?.sample === true
  return issuedGrid(db, campaign.id, form, { units, targets, totals, indicators: pack.indicators, owner, sample })
}
