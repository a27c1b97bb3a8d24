import type { InferRequestType, InferResponseType } from 'hono/client'
import type { ApiResult, Client, SignedInApi } from './client.ts'

type Panels = Client['panels']
type OnePanel = Panels[':panel']
type Body<T> = InferRequestType<T> extends { json: infer B } ? B : never

export type Panel = InferResponseType<Panels['$get'], 200>['panels'][number]
export type NewPanel = Body<Panels['$post']>
export type NewScore = Body<OnePanel['scores']['$post']>
export type Judge = InferResponseType<Client['accounts']['$get'], 200>['accounts'][number]

/** 科技含量评分: panels as the account may see them, and what a judge gives. */
export interface JudgingApi {
  panels(): Promise<ApiResult<{ readonly panels: readonly Panel[] }>>
  /** Accounts that may be named as judges; the office's alone to see. */
  accounts(): Promise<ApiResult<{ readonly accounts: readonly Judge[] }>>
  open(panel: NewPanel): Promise<ApiResult<unknown>>
  score(panel: string, score: NewScore): Promise<ApiResult<unknown>>
  close(panel: string): Promise<ApiResult<unknown>>
}

export function judgingApi({ ask }: Pick<SignedInApi, 'ask'>): JudgingApi {
  return {
    panels: () => ask(({ panels }) => panels.$get()),
    accounts: () => ask(({ accounts }) => accounts.$get({ query: {} })),
    open: (json) => ask(({ panels }) => panels.$post({ json })),
    score: (panel, json) => ask(({ panels }) => panels[':panel'].scores.$post({ param: { panel }, json })),
    close: (panel) => ask(({ panels }) => panels[':panel'].closing.$post({ param: { panel } })),
  }
}
