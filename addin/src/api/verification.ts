import type { InferRequestType, InferResponseType } from 'hono/client'
import type { ApiResult, Client, SignedInApi } from './client.ts'
import { evidenceApi } from './evidence.ts'

type Verifications = Client['verifications']

export type Queue = InferResponseType<Verifications['$get'], 200>
export type QueuedReport = Queue['reports'][number]
export type QueuedItem = QueuedReport['items'][number]
export type QueuedIndicator = QueuedReport['indicators'][number]
export type ShownDecision = NonNullable<QueuedItem['decision']>
export type SupplyPlace = Queue['supplies'][number]
export type Verification = InferRequestType<Verifications['$post']>['json']
export type Verdict = Verification['decisions'][number]
export type Supplies = InferRequestType<Verifications['supplies']['$post']>['json']
export type Dispute = InferResponseType<Verifications['disputes']['$get'], 200>['disputes'][number]
export type PastDecision = InferResponseType<Verifications['history']['$get'], 200>['decisions'][number]

/** What a bureau, or the office in a bureau's place, asks of the service. */
export interface VerificationApi {
  queue(window: string): Promise<ApiResult<Queue>>
  /** All decisions about one report, or none. */
  verify(verification: Verification): Promise<ApiResult<{ readonly report: QueuedReport }>>
  supply(supplies: Supplies): Promise<ApiResult<{ readonly supplied: number }>>
  disputes(window: string): Promise<ApiResult<{ readonly disputes: readonly Dispute[] }>>
  /** What is in a file that lies beside an item. */
  evidence(id: string): Promise<ApiResult<Blob>>
  history(unit: string, form: string): Promise<ApiResult<{ readonly decisions: readonly PastDecision[] }>>
}

export function verificationApi({ ask, file }: Pick<SignedInApi, 'ask' | 'file'>): VerificationApi {
  return {
    queue: (window) => ask(({ verifications }) => verifications.$get({ query: { window } })),
    verify: (json) => ask(({ verifications }) => verifications.$post({ json })),
    supply: (json) => ask(({ verifications }) => verifications.supplies.$post({ json })),
    disputes: (window) => ask(({ verifications }) => verifications.disputes.$get({ query: { window } })),
    evidence: evidenceApi({ ask, file }).bytes,
    history: (unit, form) => ask(({ verifications }) => verifications.history.$get({ query: { unit, form } })),
  }
}
