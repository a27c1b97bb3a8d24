import type { Pack, Unit } from '@kaohe/shared-rules'
import type { InferRequestType, InferResponseType } from 'hono/client'
import { serviceClient, serviceSend, type Client, type Send } from './service-client.ts'

export type { Client } from './service-client.ts'

export type Me = InferResponseType<Client['me']['$get'], 200>
export type SubmissionWindow = Me['windows'][number]
export type Standing = InferResponseType<Client['standing']['$get'], 200>
export type Submission = InferRequestType<Client['submissions']['$post']>['json']
export type Receipt = InferResponseType<Client['submissions']['$post'], 201>['receipt']
export type Ranking = InferResponseType<Client['rankings']['$get'], 200>
export type PastReport = InferResponseType<Client['history']['$get'], 200>['reports'][number]
export type PastCell = InferResponseType<Client['history'][':form']['$get'], 200>['entries'][number]
export type FormState = Standing['forms'][number]['state']
export type Returned = Standing['forms'][number]['returned'][number]
export type Verification = Standing['verification'][number]
export type Mark = Ranking['rows'][number]['marks'][number]

/** Why the service gave no answer to use; the reader must do a different thing for each. */
export type ApiError =
  | { readonly kind: 'offline' }
  | { readonly kind: 'problem'; readonly type: string; readonly status: number; readonly body: ProblemBody }
export type ProblemBody = Readonly<Record<string, unknown>>
export type ApiResult<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: ApiError }

/** The service as the pane knows it. Nothing throws: what goes wrong is a value. */
export interface Api {
  signIn(username: string, password: string): Promise<ApiResult<{ readonly token: string }>>
  /** The same service for one who signed in. */
  signedIn(token: string): SignedInApi
}

export interface SignedInApi {
  signOut(): Promise<ApiResult<unknown>>
  me(): Promise<ApiResult<Me>>
  pack(): Promise<ApiResult<{ readonly pack: Pack; readonly hash: string }>>
  units(): Promise<ApiResult<readonly Unit[]>>
  /** What the account's own unit has to do, and has reported last. */
  standing(): Promise<ApiResult<Standing>>
  /** However often it is sent under one key, there is one submission and one receipt. `savedAt`: when it was saved on this machine, ISO 8601. */
  submit(key: string, submission: Submission, savedAt: string): Promise<ApiResult<{ readonly receipt: Receipt }>>
  receipt(number: string): Promise<ApiResult<{ readonly receipt: Receipt }>>
  /** The unit's reports, the latest first. */
  history(): Promise<ApiResult<{ readonly reports: readonly PastReport[] }>>
  /** What each report said of one cell: `reported`, or `projects/2-01-0007/totalInvestment`. */
  cellHistory(form: string, cell: string): Promise<ApiResult<{ readonly entries: readonly PastCell[] }>>
  ranking(window: string, pool: string, signal?: AbortSignal): Promise<ApiResult<Ranking>>
  /** Anything else the service offers, for features that are loaded later and know what it answers. */
  ask<T>(request: (client: Client) => Promise<Answer>): Promise<ApiResult<T>>
  /** A file of the service, by its path below `/api/v1`. */
  file(path: string): Promise<ApiResult<Blob>>
}

type Answer = Pick<Response, 'ok' | 'status' | 'text'>

export function apiClient(baseUrl: string, fetchFn: typeof fetch): Api {
  const send = (token?: string): Send => serviceSend(baseUrl, fetchFn, token)
  return {
    signIn: (username: string, password: string) =>
      answer<{ readonly token: string }>(
        serviceClient(send()).auth['sign-in'].username.$post({ json: { username, password } }),
      ),
    signedIn: (token: string) => signedInApi(send(token)),
  }
}

function signedInApi(send: Send): SignedInApi {
  const client = serviceClient(send)
  return {
    signOut: () => answer<unknown>(client.auth['sign-out'].$post()),
    me: () => answer<Me>(client.me.$get()),
    pack: () => answer<{ readonly pack: Pack; readonly hash: string }>(client.pack.$get()),
    units: () => answer<readonly Unit[]>(client.units.$get()),
    standing: () => answer<Standing>(client.standing.$get({ query: {} })),
    submit: (key: string, json: Submission, savedAt: string) =>
      answer<{ readonly receipt: Receipt }>(
        client.submissions.$post({ json, header: { 'idempotency-key': key, 'saved-at': savedAt } }),
      ),
    receipt: (number: string) =>
      answer<{ readonly receipt: Receipt }>(client.receipts[':number'].$get({ param: { number } })),
    history: () => answer<{ readonly reports: readonly PastReport[] }>(client.history.$get()),
    cellHistory: (form: string, cell: string) =>
      answer<{ readonly entries: readonly PastCell[] }>(
        client.history[':form'].$get({ param: { form }, query: { cell } }),
      ),
    ranking: (window: string, pool: string, signal?: AbortSignal) =>
      answer<Ranking>(client.rankings.$get({ query: { window, pool } }, { init: cancelledBy(signal) })),
    ask: <T>(request: (client: Client) => Promise<Answer>) => answer<T>(request(client)),
    file: (path: string) => fileOf(send('GET', path)),
  }
}

export function cancelledBy(signal: AbortSignal | undefined): RequestInit {
  return { signal: signal ?? null }
}

async function fileOf(asked: Promise<Response>): Promise<ApiResult<Blob>> {
  try {
    const response = await asked
    return response.ok ? { ok: true, value: await response.blob() } : await answer<never>(Promise.resolve(response))
  } catch {
    return { ok: false, error: { kind: 'offline' } }
  }
}

async function answer<T>(asked: Promise<Answer>): Promise<ApiResult<T>> {
  let response
  let body: unknown
  try {
    response = await asked
    const text = await response.text()
    body = text === '' ? {} : JSON.parse(text)
  } catch {
    // No network, or a proxy's page instead of an answer: the service was not reached. Only that it is too large, a proxy knows, too.
    if (response?.status !== 413) return { ok: false, error: { kind: 'offline' } }
  }
  // The service's tests hold every answer to its schema; in production nobody looks again, here neither.
  if (response.ok) return { ok: true, value: body as T }
  const problem: ProblemBody = typeof body === 'object' && body !== null ? { ...body } : {}
  const type = typeof problem['type'] === 'string' ? problem['type'].replace(/^.*\//, '') : 'unexpected'
  return { ok: false, error: { kind: 'problem', type, status: response.status, body: problem } }
}
