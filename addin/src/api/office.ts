import type { InferRequestType, InferResponseType } from 'hono/client'
import type { ApiResult, Client, SignedInApi } from './client.ts'

type Runs = Client['runs']
type OneRun = Runs[':run']
type Body<T> = InferRequestType<T> extends { json: infer B } ? B : never

export type Board = InferResponseType<Client['board']['$get'], 200>
export type BoardRow = Board['rows'][number]
export type BoardForm = BoardRow['forms'][number]
export type OfficeWindow = InferResponseType<Client['windows']['$get'], 200>['windows'][number]
export type Reopening = OfficeWindow['reopenings'][number]
export type Lock = Body<Client['windows'][':window']['lock']['$post']>
export type NewReopening = Body<Client['windows'][':window']['reopenings']['$post']>
export type Finding = InferResponseType<Client['findings']['$get'], 200>['findings'][number]
export type NewFinding = Body<Client['findings']['$post']>
export type RunHead = InferResponseType<Runs['$get'], 200>['runs'][number]
export type Run = InferResponseType<OneRun['$get'], 200>['run']
export type Award = Run['awards'][number]
export type AwardDecision = Body<OneRun['awards'][':award']['$post']>
export type Signature = Body<OneRun['signature']['$post']>
export type Reexecution = InferResponseType<OneRun['reexecution']['$get'], 200>
export type RunChanges = InferResponseType<OneRun['changes']['$get'], 200>
export type WaysUp = InferResponseType<OneRun['units'][':unit']['ways-up']['$get'], 200>
export type UnitChange = RunChanges['changes'][number]
export type AuditPage = InferResponseType<Client['audit']['$get'], 200>
export type AuditEntry = AuditPage['entries'][number]

/** What the office asks of the service; runs and findings are also read by units, as far as those may. */
export interface OfficeApi {
  board(window: string): Promise<ApiResult<Board>>
  windows(): Promise<ApiResult<{ readonly windows: readonly OfficeWindow[] }>>
  lock(window: string, lock: Lock): Promise<ApiResult<unknown>>
  reopen(window: string, reopening: NewReopening): Promise<ApiResult<unknown>>
  findings(): Promise<ApiResult<{ readonly findings: readonly Finding[] }>>
  record(finding: NewFinding): Promise<ApiResult<unknown>>
  lift(finding: string, lifting: { readonly decider: string; readonly reason: string }): Promise<ApiResult<unknown>>
  reply(finding: string, reply: string): Promise<ApiResult<unknown>>
  runs(): Promise<ApiResult<{ readonly runs: readonly RunHead[] }>>
  run(number: string): Promise<ApiResult<{ readonly run: Run }>>
  draft(window: string, title: string): Promise<ApiResult<{ readonly run: Run }>>
  decideAward(run: string, award: string, decision: AwardDecision): Promise<ApiResult<{ readonly run: Run }>>
  sign(run: string, signature: Signature): Promise<ApiResult<{ readonly run: Run }>>
  publish(run: string): Promise<ApiResult<{ readonly run: Run }>>
  /** Why each unit moved from one run to another. */
  changes(run: string, from: string): Promise<ApiResult<RunChanges>>
  /** What it takes a unit to reach a better place of a run: the place asked for, or the next. */
  waysUp(run: string, unit: string, rank?: number): Promise<ApiResult<WaysUp>>
  reexecute(run: string): Promise<ApiResult<Reexecution>>
  audit(page: { readonly after: number; readonly subject?: string | undefined }): Promise<ApiResult<AuditPage>>
  file: SignedInApi['file']
}

/** Lines of the log on one page. */
export const auditPage = 50

export function officeApi({ ask, file }: Pick<SignedInApi, 'ask' | 'file'>): OfficeApi {
  return {
    board: (window) => ask(({ board }) => board.$get({ query: { window } })),
    windows: () => ask(({ windows }) => windows.$get()),
    lock: (window, json) => ask(({ windows }) => windows[':window'].lock.$post({ param: { window }, json })),
    reopen: (window, json) => ask(({ windows }) => windows[':window'].reopenings.$post({ param: { window }, json })),
    findings: () => ask(({ findings }) => findings.$get()),
    record: (json) => ask(({ findings }) => findings.$post({ json })),
    lift: (finding, json) => ask(({ findings }) => findings[':finding'].lifting.$post({ param: { finding }, json })),
    reply: (finding, reply) =>
      ask(({ findings }) => findings[':finding'].reply.$post({ param: { finding }, json: { reply } })),
    runs: () => ask(({ runs }) => runs.$get()),
    run: (run) => ask(({ runs }) => runs[':run'].$get({ param: { run }, query: {} })),
    draft: (window, title) => ask(({ runs }) => runs.$post({ json: { window, title } })),
    decideAward: (run, award, json) =>
      ask(({ runs }) => runs[':run'].awards[':award'].$post({ param: { run, award }, json })),
    sign: (run, json) => ask(({ runs }) => runs[':run'].signature.$post({ param: { run }, json })),
    publish: (run) => ask(({ runs }) => runs[':run'].publication.$post({ param: { run } })),
    changes: (run, from) => ask(({ runs }) => runs[':run'].changes.$get({ param: { run }, query: { from } })),
    waysUp: (run, unit, rank) =>
      ask(({ runs }) =>
        runs[':run'].units[':unit']['ways-up'].$get({
          param: { run, unit },
          query: rank === undefined ? {} : { rank },
        }),
      ),
    reexecute: (run) => ask(({ runs }) => runs[':run'].reexecution.$get({ param: { run } })),
    audit: ({ after, subject }) =>
      ask(({ audit }) =>
        audit.$get({
          query: { after: String(after), limit: String(auditPage), ...(subject === undefined ? {} : { subject }) },
        }),
      ),
    file,
  }
}
