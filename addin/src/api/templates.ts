import type { InferRequestType, InferResponseType } from 'hono/client'
import type { ApiResult, Client, SignedInApi } from './client.ts'

type Templates = Client['templates']
type OneTemplate = Templates[':template']
type Body<T> = InferRequestType<T> extends { json: infer B } ? B : never

export type TemplateHead = InferResponseType<Templates['$get'], 200>['templates'][number]
export type Template = InferResponseType<OneTemplate['$get'], 200>['template']
export type UnfoundHead = Template['unfound'][number]
export type Differences = Template['differences']
export type Confirmation = Body<OneTemplate['confirmation']['$post']>

/** What the office asks about its own annexes, out of which forms are issued. */
export interface TemplatesApi {
  templates(): Promise<ApiResult<{ readonly templates: readonly TemplateHead[] }>>
  template(template: string): Promise<ApiResult<{ readonly template: Template }>>
  upload(file: File): Promise<ApiResult<{ readonly template: Template }>>
  /** Puts one column at the cell of its head, or nowhere. */
  bind(template: string, column: string, address: string | null): Promise<ApiResult<unknown>>
  confirm(template: string, confirmation: Confirmation): Promise<ApiResult<unknown>>
  file: SignedInApi['file']
}

export function templatesApi({ ask, file }: Pick<SignedInApi, 'ask' | 'file'>): TemplatesApi {
  return {
    templates: () => ask(({ templates }) => templates.$get()),
    template: (template) => ask(({ templates }) => templates[':template'].$get({ param: { template } })),
    upload: (given) => {
      const body = new FormData()
      body.append('file', given)
      return ask(({ templates }) => templates.$post({}, { init: { body } }))
    },
    bind: (template, column, address) =>
      ask(({ templates }) =>
        templates[':template'].binding.$post({ param: { template }, json: { columns: { [column]: address } } }),
      ),
    confirm: (template, json) =>
      ask(({ templates }) => templates[':template'].confirmation.$post({ param: { template }, json })),
    file,
  }
}
