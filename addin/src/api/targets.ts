import type { InferRequestType, InferResponseType } from 'hono/client'
import type { ApiResult, Client, SignedInApi } from './client.ts'

type Issues = Client['targets']
type Drafts = Client['target-drafts']
type OneDraft = Drafts[':draft']
type Body<T> = InferRequestType<T> extends { json: infer B } ? B : never

export type IssuedTargets = InferResponseType<Issues['$get'], 200>
export type TargetKey = IssuedTargets['keys'][number]
export type TargetIssue = IssuedTargets['issues'][number]
export type OneIssue = InferResponseType<Issues[':issue']['$get'], 200>
export type TargetsByUnit = OneIssue['targets']
export type Reconciliation = OneIssue['reconciliation'][number]
export type TargetDifferences = InferResponseType<Issues[':issue']['differences']['$get'], 200>
export type TargetDifference = TargetDifferences['differences'][number]
export type DraftHead = InferResponseType<Drafts['$get'], 200>['drafts'][number]
export type OneTargetDraft = InferResponseType<OneDraft['$get'], 200>
export type NewDraft = Body<Drafts['$post']>
export type Approval = Body<OneDraft['approval']['$post']>
export type NewIssue = Body<OneDraft['issue']['$post']>

/** What the office and the leading group ask about targets. */
export interface TargetsApi {
  issues(): Promise<ApiResult<IssuedTargets>>
  issue(number: number): Promise<ApiResult<OneIssue>>
  /** What an issue changed of the one before it. */
  differences(number: number): Promise<ApiResult<TargetDifferences>>
  drafts(): Promise<ApiResult<{ readonly drafts: readonly DraftHead[] }>>
  draft(number: string): Promise<ApiResult<OneTargetDraft>>
  add(draft: NewDraft): Promise<ApiResult<OneTargetDraft>>
  approve(draft: string, approval: Approval): Promise<ApiResult<OneTargetDraft>>
  putInForce(draft: string, issue: NewIssue): Promise<ApiResult<{ readonly issue: TargetIssue }>>
  withdraw(draft: string, reason: string): Promise<ApiResult<OneTargetDraft>>
  file: SignedInApi['file']
}

export function targetsApi({ ask, file }: Pick<SignedInApi, 'ask' | 'file'>): TargetsApi {
  return {
    issues: () => ask(({ targets }) => targets.$get()),
    issue: (number) => ask(({ targets }) => targets[':issue'].$get({ param: { issue: String(number) } })),
    differences: (number) =>
      ask(({ targets }) => targets[':issue'].differences.$get({ param: { issue: String(number) }, query: {} })),
    drafts: () => ask((client) => client['target-drafts'].$get()),
    draft: (draft) => ask((client) => client['target-drafts'][':draft'].$get({ param: { draft } })),
    add: (json) => ask((client) => client['target-drafts'].$post({ json })),
    approve: (draft, json) =>
      ask((client) => client['target-drafts'][':draft'].approval.$post({ param: { draft }, json })),
    putInForce: (draft, json) =>
      ask((client) => client['target-drafts'][':draft'].issue.$post({ param: { draft }, json })),
    withdraw: (draft, reason) =>
      ask((client) => client['target-drafts'][':draft'].withdrawal.$post({ param: { draft }, json: { reason } })),
    file,
  }
}
