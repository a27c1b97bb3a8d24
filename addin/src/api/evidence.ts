import type { InferResponseType } from 'hono/client'
import type { ApiResult, Client, SignedInApi } from './client.ts'

/** What a unit has, and how many bytes a file may have. */
export type EvidenceList = InferResponseType<Client['evidence']['$get'], 200>

/** 佐证材料 as the service has it: of one item of one unit's form, never changed, at most withdrawn. */
export type EvidenceFile = EvidenceList['evidence'][number]

/** What a unit asks of the service about its evidence. */
export interface EvidenceApi {
  /** All of the unit's, of every form. */
  list(): Promise<ApiResult<EvidenceList>>
  /** However often the same bytes are sent for one item, it is there once. */
  add(form: string, item: string, file: File): Promise<ApiResult<{ readonly evidence: EvidenceFile }>>
  withdraw(id: string, reason: string): Promise<ApiResult<{ readonly evidence: EvidenceFile }>>
  bytes(id: string): Promise<ApiResult<Blob>>
}

export function evidenceApi({ ask, file }: Pick<SignedInApi, 'ask' | 'file'>): EvidenceApi {
  return {
    list: () => ask(({ evidence }) => evidence.$get({ query: {} })),
    add: (form, item, one) => {
      const body = new FormData()
      body.set('form', form)
      body.set('item', item)
      body.set('file', one)
      return ask(({ evidence }) => evidence.$post({}, { init: { body } }))
    },
    withdraw: (id, reason) =>
      ask(({ evidence }) => evidence[':evidence'].withdrawal.$post({ param: { evidence: id }, json: { reason } })),
    bytes: (id) => file(`/evidence/${id}/file`),
  }
}
