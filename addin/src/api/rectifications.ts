import type { InferRequestType, InferResponseType } from 'hono/client'
import type { ApiResult, Client, SignedInApi } from './client.ts'

type Rectifications = Client['rectifications']

export type Rectification = InferResponseType<Rectifications['$get'], 200>['rectifications'][number]
export type NewFiling = InferRequestType<Rectifications[':rectification']['filing']['$post']>['json']

/** 整改: the missed tasks, and what units state about them. */
export interface RectificationsApi {
  rectifications(): Promise<ApiResult<{ readonly rectifications: readonly Rectification[] }>>
  fill(rectification: string, filing: NewFiling): Promise<ApiResult<unknown>>
  workbook(): Promise<ApiResult<Blob>>
}

export function rectificationsApi({ ask, file }: Pick<SignedInApi, 'ask' | 'file'>): RectificationsApi {
  return {
    rectifications: () => ask(({ rectifications }) => rectifications.$get()),
    fill: (rectification, json) =>
      ask(({ rectifications }) => rectifications[':rectification'].filing.$post({ param: { rectification }, json })),
    workbook: () => file('/rectifications/workbook'),
  }
}
