import type { Pack } from '@kaohe/shared-rules'
import { Hono, type Context } from 'hono'
import { z } from 'zod'
import { ownUnit, seesAll, signedIn, type Env } from '../access/guard.ts'
import { ProblemError } from '../problem.ts'
import { unitsOf } from '../register/store.ts'
import { uploadGate } from '../upload-gate.ts'
import { bodyLimit, readUpload } from '../uploads.ts'
import { validated } from '../validated.ts'
import { bureausOfForm, ownBureau } from '../verification/responsible.ts'
import { attachment } from '../workbooks/attachment.ts'
import { add, withdraw, type Adder, type EvidenceDeps } from './add.ts'
import { largestEvidence } from './caps.ts'
import { shownEvidence, type StoredEvidence } from './evidence-file.ts'
import { soundContent } from './content.ts'
import { bureausOfPlace, placeFor } from './place.ts'
import { evidenceOf, findEvidence } from './store.ts'

const querySchema = z.object({ unit: z.string().max(64).optional(), form: z.string().max(64).optional() })
const withdrawalSchema = z.strictObject({ reason: z.string().trim().min(1, '须说明理由').max(500) })

/** 佐证材料: added and withdrawn by the unit's clerk, seen by those who verify what it is for. */
export function evidenceRoutes(deps: EvidenceDeps & { readonly pack: Pack }) {
  const { db, campaign, pack, evidenceCaps } = deps
  const largest = largestEvidence(evidenceCaps)
  /** Whether an account may see a file: the unit it is of, the bureaus that verify its item, the office and the leading group. */
  const sees = (c: Context<Env>, evidence: StoredEvidence): boolean => {
    const { role, unit } = signedIn(c)
    if (role === 'verifier') return bureausOfPlace(pack, evidence).includes(ownBureau(c))
    return seesAll(role) || unit === evidence.unit
  }
  const unitAsked = async (c: Context<Env>, unit: string | undefined, form: string | undefined): Promise<string> => {
    const { role } = signedIn(c)
    const asked = role === 'clerk' ? (unit ?? ownUnit(c)) : unit
    if (asked === undefined) {
      throw new ProblemError({ type: 'invalid-request', issues: [{ path: 'unit', message: '请指明单位' }] })
    }
    const forms = pack.forms.filter(({ id }) => form === undefined || id === form)
    const isKnown = (await unitsOf(db, campaign.id)).some(({ id }) => id === asked)
    const isForeign =
      role === 'clerk'
        ? asked !== ownUnit(c)
        : role === 'verifier' && !forms.some((one) => bureausOfForm(pack, one, asked).has(ownBureau(c)))
    if (!isKnown || isForeign || forms.length === 0) throw new ProblemError({ type: 'not-found' })
    return asked
  }
  const adderOf = (c: Context<Env>): Adder => {
    const { id: account, username, name } = signedIn(c)
    return { account, username, name, unit: ownUnit(c) }
  }

  return new Hono<Env>()
    .use(async (c, next) => {
      c.header('Cache-Control', 'no-store')
      await next()
    })
    .get('/', validated('query', querySchema), async (c) => {
      const { unit: asked, form } = c.req.valid('query')
      const unit = await unitAsked(c, asked, form)
      const all = await evidenceOf(db, { campaign: campaign.id, unit, form })
      return c.json({
        evidence: all.filter((one) => sees(c, one)).map(shownEvidence),
        largestFile: evidenceCaps.fileBytes,
      })
    })
    .post('/', uploadGate({ most: 2 * largest, largest, patience: 30_000 }), bodyLimit(largest), async (c) => {
      const by = adderOf(c)
      const { files, texts } = await readUpload(c, 'file')
      const [file] = files
      if (!file || files.length > 1) {
        throw new ProblemError({ type: 'invalid-request', issues: [{ path: 'file', message: '一次添加一份' }] })
      }
      const asked = { form: textOf(texts, 'form'), item: textOf(texts, 'item') }
      const place = await placeFor(db, { campaign: campaign.id, pack, unit: by.unit }, asked)
      const { evidence, isNew } = await add(deps, by, place, file)
      return c.json({ evidence: shownEvidence(evidence) }, isNew ? 201 : 200)
    })
    .get('/:evidence/file', async (c) => {
      const evidence = await findEvidence(db, campaign.id, c.req.param('evidence'))
      if (!evidence || !sees(c, evidence)) throw new ProblemError({ type: 'not-found' })
      return c.body(await soundContent(db, evidence), 200, {
        'Content-Type': evidence.mediaType,
        'Content-Length': String(evidence.size),
        'Content-Disposition': attachment('evidence', evidence.name),
        // Whatever may be in it, it does nothing on our pages.
        'Content-Security-Policy': "sandbox; default-src 'none'",
      })
    })
    .post('/:evidence/withdrawal', validated('json', withdrawalSchema), async (c) => {
      const evidence = await withdraw(deps, adderOf(c), c.req.param('evidence'), c.req.valid('json').reason)
      return c.json({ evidence: shownEvidence(evidence) })
    })
}

/** An id as it came; one that is longer than any id is none. */
function textOf(texts: ReadonlyMap<string, string>, name: string): string {
  const text = texts.get(name) ?? ''
  return text.length > 64 ? '' : text
}
