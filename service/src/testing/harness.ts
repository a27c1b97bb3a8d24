import {
  evaluateUnit,
  factsOfRecords,
  fingerprints,
  packHash,
  type FormRecord,
  type Targets,
  type Unit,
} from '@kaohe/shared-rules'
import { createDemoAccounts } from '../accounts/accounts.ts'
import type { EvidenceCaps } from '../evidence/caps.ts'
import type { Log } from '../log.ts'
import { openService } from '../open-service.ts'
import { readLimits } from '../workbooks/reading/limits.ts'
import { openWorkbookReader } from '../workbooks/reading/reader.ts'
import type { Receipt } from '../reports/receipt.ts'
import { answerCheck } from './described-answers.ts'
import { everybody, testPassword, testSecret, testStart } from './people.ts'
import { storeForService } from './stores.ts'

export { testPassword, testSecret } from './people.ts'

/** One for all services of a test file. No file is refused because the machine is busy with tests. */
const reader = openWorkbookReader({ limits: { ...readLimits, milliseconds: 60_000 } })

export interface TestServiceOptions {
  /** Otherwise a fresh one of the store that this project of the tests runs on. */
  readonly databaseUrl?: string
  readonly accounts?: boolean
  readonly minFreeBytes?: number
  readonly mostSilence?: number
  readonly evidenceCaps?: EvidenceCaps
}

/**
 * The real service on a fresh database, with the shipped campaign and an account for everybody. The clock stands until it is set.
 * Whatever it answers in JSON has to be as the document of the API describes it.
 */
export async function testService({ databaseUrl, accounts = true, ...options }: TestServiceOptions = {}) {
  let now = testStart
  const lines: { readonly fields: Readonly<Record<string, unknown>>; readonly message: string }[] = []
  const log: Log = {
    info: (fields, message) => lines.push({ fields, message }),
    error: (fields, message) => lines.push({ fields, message }),
  }
  const service = await openService({
    ...(databaseUrl === undefined ? await storeForService(accounts ? 'people' : 'campaign') : { databaseUrl }),
    sessionSecret: testSecret,
    campaign: 'haizhou-2019',
    clock: { now: () => now, demo: true },
    log,
    publicUrl: null,
    officeJs: null,
    trustProxy: true,
    https: false,
    ...options,
    reader,
  })
  const { app, auth, pack, units } = service
  const known = await service.db.selectFrom('account').select('id').executeTakeFirst()
  if (accounts && !known) await createDemoAccounts(auth, everybody(units), testPassword)

  const beAsDescribed = answerCheck(app)
  const request = async (path: string, init: RequestInit = {}) => {
    const response = await app.request(path, init, {
      incoming: { socket: { remoteAddress: '127.0.0.1', remotePort: 1, remoteFamily: 'IPv4' } },
    })
    await beAsDescribed(init.method ?? 'GET', path, response)
    return response
  }
  const postJson = async (path: string, body: unknown, headers: Record<string, string> = {}) =>
    request(path, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json', ...headers },
    })

  /** Opens a session without the password, whose hash is slow on purpose; accounts.test.ts signs in as people do. */
  async function signIn(username: string) {
    const account = await service.db
      .selectFrom('account')
      .select('id')
      .where('username', '=', username)
      .executeTakeFirstOrThrow()
    const { internalAdapter } = await auth.$context
    const { token } = await internalAdapter.createSession(account.id)
    const authorization = `Bearer ${token}`
    return {
      token,
      get: (path: string, headers: Record<string, string> = {}) =>
        request(`/api/v1${path}`, { headers: { authorization, ...headers } }),
      post: (path: string, body: unknown, headers: Record<string, string> = {}) =>
        postJson(`/api/v1${path}`, body, { authorization, ...headers }),
      /** Files under one field of a multipart body, and text fields beside them. */
      upload: (path: string, field: string, files: Readonly<Record<string, Uint8Array>>, texts: object = {}) => {
        const body = new FormData()
        for (const [name, bytes] of Object.entries(files)) body.append(field, new File([new Uint8Array(bytes)], name))
        for (const [name, text] of Object.entries(texts)) body.append(name, String(text))
        return request(`/api/v1${path}`, { method: 'POST', body, headers: { authorization } })
      },
    }
  }
  type Client = Omit<Awaited<ReturnType<typeof signIn>>, 'upload'>

  /** What the pane would send for this record: preview computed here, with the shared functions, from the standing. */
  async function draft(client: Client, record: FormRecord, window = '2019-06-1') {
    const standing = (await (await client.get(`/standing?window=${window}`)).json()) as StandingBody
    const records = Object.fromEntries(standing.forms.map(({ form, submission }) => [form, submission?.record]))
    const all = { ...records, [record.form]: record }
    const facts = factsOfRecords(pack, standing.unit, standing.targets, all, standing.archived)
    return {
      form: record.form,
      window,
      pack: packHash(pack),
      basis: standing.revision,
      record,
      reasons: {},
      preview: fingerprints(pack, facts, evaluateUnit(pack, facts)),
    }
  }

  /** Hands a record in; every amber figure gets a sentence. */
  async function submit(client: Client, record: FormRecord, window?: string, more: object = {}): Promise<Receipt> {
    const body = { ...(await draft(client, record, window)), ...more }
    const send = (reasons: Record<string, string>) =>
      client.post('/submissions', { ...body, reasons }, { 'idempotency-key': crypto.randomUUID() })
    let response = await send({})
    const refused = response.ok ? {} : ((await response.clone().json()) as { missing?: string[] })
    if (refused.missing) response = await send(Object.fromEntries(refused.missing.map((key) => [key, '已与台账核对'])))
    if (response.status !== 201) throw new Error(`refused: ${await response.text()}`)
    return ((await response.json()) as { receipt: Receipt }).receipt
  }

  const setNow = (instant: string) => {
    now = new Date(instant)
  }
  return { ...service, request, postJson, signIn, draft, submit, setNow, lines }
}

/** A service of the tests, and one who is signed in to it. */
export type TestService = Awaited<ReturnType<typeof testService>>
export type TestClient = Awaited<ReturnType<TestService['signIn']>>

interface StandingBody {
  readonly unit: Unit
  readonly targets: Targets
  readonly archived: Readonly<Record<string, FormRecord['ledgers'][string]>>
  readonly revision: string
  readonly forms: readonly { readonly form: string; readonly submission: null | { readonly record: FormRecord } }[]
}

/** 附件1 with one reported figure. */
export const investment = (reported: string | null, note: string | null = null): FormRecord => ({
  form: 'investment',
  template: 1,
  cells: { reported, note },
  ledgers: {},
})
