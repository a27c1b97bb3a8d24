import type { InferRequestType, InferResponseType } from 'hono/client'
import type { ApiResult, Client, SignedInApi, Standing } from './client.ts'

type Objections = Client['objections']

export type Objection = InferResponseType<Objections['$get'], 200>['objections'][number]
export type NewObjection = InferRequestType<Objections['$post']>['json']
export type ObjectionAnswer = InferRequestType<Objections[':objection']['answer']['$post']>['json']

/** 异议: a unit's word against a figure that a bureau gave, and the answer to it. */
export interface ObjectionsApi {
  objections(): Promise<ApiResult<{ readonly objections: readonly Objection[] }>>
  /** The unit's own standing: only what was verified can be objected to. */
  standing(): Promise<ApiResult<Standing>>
  raise(objection: NewObjection): Promise<ApiResult<unknown>>
  answer(objection: string, answer: ObjectionAnswer): Promise<ApiResult<unknown>>
}

export function objectionsApi({ ask, standing }: Pick<SignedInApi, 'ask' | 'standing'>): ObjectionsApi {
  return {
    objections: () => ask(({ objections }) => objections.$get()),
    standing,
    raise: (json) => ask(({ objections }) => objections.$post({ json })),
    answer: (objection, json) =>
      ask(({ objections }) => objections[':objection'].answer.$post({ param: { objection }, json })),
  }
}
