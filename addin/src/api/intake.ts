import type { InferRequestType, InferResponseType } from 'hono/client'
import { cancelledBy, type ApiResult, type Client, type Receipt, type SignedInApi } from './client.ts'

type OneBatch = Client['intake'][':batch']

export type Batch = InferResponseType<OneBatch['$get'], 200>['batch']
export type BatchHead = InferResponseType<Client['intake']['$get'], 200>['batches'][number]
export type Entry = Batch['entries'][number]
export type Outcome = Entry['outcome']
export type CheckedOutcome = Extract<Outcome, { readonly kind: 'checked' }>
export type Acceptance = InferRequestType<OneBatch['acceptance']['$post']>['json']['entries'][number]
export type AcceptedBatch = InferResponseType<OneBatch['acceptance']['$post'], 200>
export type TurnedDown = AcceptedBatch['turnedDown'][number]

/** 来件: files that came by mail, looked at by the service and accepted one by one. */
export interface IntakeApi {
  batches(): Promise<ApiResult<{ readonly batches: readonly BatchHead[] }>>
  batch(id: string): Promise<ApiResult<{ readonly batch: Batch }>>
  /** Has files read for a window; nothing is reported by this. */
  send(window: string, files: readonly File[], signal?: AbortSignal): Promise<ApiResult<{ readonly batch: Batch }>>
  /** The office says which unit a file is of. */
  setUnit(batch: string, seq: number, unit: string): Promise<ApiResult<{ readonly batch: Batch }>>
  accept(batch: string, entries: readonly Acceptance[]): Promise<ApiResult<AcceptedBatch>>
  receipt(number: string): Promise<ApiResult<{ readonly receipt: Receipt }>>
  faults(batch: string): Promise<ApiResult<Blob>>
  /** One file with its wrong cells marked, to be sent back. */
  marked(batch: string, seq: number): Promise<ApiResult<Blob>>
}

export function intakeApi({ ask, file, receipt }: Pick<SignedInApi, 'ask' | 'file' | 'receipt'>): IntakeApi {
  return {
    batches: () => ask(({ intake }) => intake.$get()),
    batch: (batch) => ask(({ intake }) => intake[':batch'].$get({ param: { batch } })),
    send: (window, files, signal) => {
      const body = new FormData()
      body.set('window', window)
      for (const one of files) body.append('files', one)
      return ask(({ intake }) => intake.$post({}, { init: { ...cancelledBy(signal), body } }))
    },
    setUnit: (batch, seq, unit) =>
      ask(({ intake }) =>
        intake[':batch'].entries[':entry'].$post({ param: { batch, entry: String(seq) }, json: { unit } }),
      ),
    accept: (batch, entries) =>
      ask(({ intake }) => intake[':batch'].acceptance.$post({ param: { batch }, json: { entries: [...entries] } })),
    receipt,
    faults: (batch) => file(`/intake/${batch}/list`),
    marked: (batch, seq) => file(`/intake/${batch}/entries/${seq}/marked`),
  }
}
