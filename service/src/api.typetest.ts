import type { InferResponseType } from 'hono/client'
import { hc } from 'hono/client'
import type { Api } from './app.ts'
import type { Receipt } from './reports/receipt.ts'

/** Promises that the compiler must keep: the add-in knows every route, what it takes and what it answers, by type alone. */
const client = hc<Api>('http://localhost:3000').api.v1

export const receipt: (
  answer: InferResponseType<typeof client.submissions.$post>,
) => Pick<Receipt, 'number' | 'timeliness' | 'fingerprints' | 'numbers'> = (answer) => answer.receipt
export const role: (me: InferResponseType<typeof client.me.$get>) => 'clerk' | 'verifier' | 'office' | 'leader' = (
  me,
) => me.account.role
export const rank: (ranking: InferResponseType<typeof client.rankings.$get>) => number | null = (ranking) =>
  ranking.rows[0]?.rank ?? null
export const token: (answer: InferResponseType<(typeof client.auth)['sign-in']['username']['$post']>) => string = (
  answer,
) => answer.token

export const verified: (
  answer: InferResponseType<typeof client.verifications.$post>,
) => readonly { readonly verified: string | null }[] = (answer) => answer.report.indicators
export const winners: (
  answer: InferResponseType<(typeof client.runs)[':run']['$get']>,
) => readonly (readonly string[])[] = (answer) => answer.run.awards.map((list) => [...list.winners])
export const complete: (answer: InferResponseType<typeof client.board.$get>) => number = (answer) =>
  answer.completeness.complete

export const kept: (answer: InferResponseType<typeof client.evidence.$post, 201>) => string = ({ evidence }) =>
  evidence.sha256
export const beside: (
  answer: InferResponseType<typeof client.verifications.$get>,
) => readonly { readonly name: string }[] = ({ reports }) =>
  reports.flatMap(({ items }) => items.flatMap((item) => item.evidence))

// @ts-expect-error 核减 without a reason
void client.verifications.$post({ json: { report: 'x', decisions: [{ item: 'x', verdict: 'adjust' }] } })
// @ts-expect-error a report without a preview
void client.submissions.$post({ header: { 'idempotency-key': 'x' }, json: { form: 'investment' } })
