import {
  evaluateUnit,
  factsOfRecords,
  failedVerdicts,
  fingerprints,
  packHash,
  parsePack,
  reasonKey,
  type FormRecord,
  type Targets,
  type Unit,
  type UnitResult,
} from '@kaohe/shared-rules'
import { demoPassword, type Demo } from '../../../service/src/cli/open-demo.ts'

interface Standing {
  readonly unit: Unit
  readonly targets: Targets
  readonly revision: string
  readonly window: string
  readonly forms: readonly { readonly form: string; readonly submission: null | { readonly record: FormRecord } }[]
}
export interface SentReport {
  readonly shownBefore: UnitResult
  readonly receipt: {
    readonly number: string
    readonly total: UnitResult['total']
    readonly indicators: UnitResult['indicators']
  }
}

/** A clerk without Excel and without the pane: a program that speaks to the service over HTTP. */
export async function apiClerk(url: string, username: string, password: string) {
  const token = await signIn(url, username, password)
  const get = async (path: string) => answer(await fetch(url + path, { headers: { authorization: `Bearer ${token}` } }))
  const parsed = parsePack(((await get('/api/v1/pack')) as { pack: unknown }).pack)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults))
  const { pack } = parsed

  /** Reports one form; an amber figure gets a sentence, a red one fails the story. */
  async function report(record: FormRecord): Promise<SentReport> {
    const { unit, targets, revision, window, forms } = (await get('/api/v1/standing')) as Standing
    const records = Object.fromEntries(forms.map(({ form, submission }) => [form, submission?.record]))
    const facts = factsOfRecords(pack, unit, targets, { ...records, [record.form]: record })
    const shownBefore = evaluateUnit(pack, facts)
    const form = pack.forms.find(({ id }) => id === record.form)
    if (!form) throw new Error(record.form)
    const failed = failedVerdicts(pack, form, record, {
      unit,
      targets,
      previous: records[record.form] ?? null,
      asOf: '2019-06-18',
      until: '2019-06-15',
    })
    const body = {
      form: record.form,
      window,
      pack: packHash(pack),
      basis: revision,
      record,
      reasons: Object.fromEntries(
        failed.filter(({ severity }) => severity === 'amber').map((verdict) => [reasonKey(verdict), '已与台账核对']),
      ),
      preview: fingerprints(pack, facts, shownBefore),
    }
    const response = await fetch(`${url}/api/v1/submissions`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
        'idempotency-key': crypto.randomUUID(),
      },
      body: JSON.stringify(body),
    })
    const { receipt } = (await answer(response)) as { receipt: SentReport['receipt'] }
    return { shownBefore, receipt }
  }
  /** Lays a document beside a figure; taken back again where a reason is given. */
  async function addEvidence(form: string, item: string, name: string, reason?: string): Promise<void> {
    const headers = { authorization: `Bearer ${token}` }
    const body = new FormData()
    body.set('form', form)
    body.set('item', item)
    body.set('file', new File([`%PDF-1.4 ${name}`], name))
    const added = await answer(await fetch(`${url}/api/v1/evidence`, { method: 'POST', headers, body }))
    const { evidence } = added as { evidence: { id: string } }
    if (reason === undefined) return
    const withdrawal = {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json' },
      body: JSON.stringify({ reason }),
    }
    await answer(await fetch(`${url}/api/v1/evidence/${evidence.id}/withdrawal`, withdrawal))
  }
  async function file(form: string): Promise<Uint8Array> {
    const response = await fetch(`${url}/api/v1/forms/${form}/workbook`, {
      headers: { authorization: `Bearer ${token}` },
    })
    if (!response.ok) throw new Error(`${String(response.status)} ${form}`)
    return new Uint8Array(await response.arrayBuffer())
  }
  return { token, get, report, addEvidence, file }
}

async function signIn(url: string, username: string, password: string): Promise<string> {
  const response = await fetch(`${url}/api/v1/auth/sign-in/username`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username, password }),
  })
  return ((await answer(response)) as { token: string }).token
}

async function answer(response: Response): Promise<unknown> {
  if (!response.ok) throw new Error(`${String(response.status)} ${await response.text()}`)
  return response.json()
}

const reported = (form: string, figure: string): FormRecord => ({
  form,
  template: 1,
  cells: { reported: figure, note: null },
  ledgers: {},
})

/** Two towns have reported their tax and their investment: something to verify, to rank and to look at. */
export async function twoTownsReport({ url }: Pick<Demo, 'url'>): Promise<void> {
  for (const [unit, tax, investment] of [
    ['heping', '1800', '6000'],
    ['xinxing', '1500', '6500'],
  ] as const) {
    const clerk = await apiClerk(url, unit, demoPassword)
    await clerk.report(reported('tax', tax))
    await clerk.report(reported('investment', investment))
  }
}
