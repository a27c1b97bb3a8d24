import type { InferRequestType, InferResponseType } from 'hono/client'
import type { ApiResult, Client, SignedInApi } from './client.ts'

type Projects = Client['projects']
type Registrations = Client['registrations']
type Body<T> = InferRequestType<T> extends { json: infer B } ? B : never

export type LibraryProject = InferResponseType<Projects['$get'], 200>['projects'][number]
export type ProjectHistory = InferResponseType<Projects[':project']['$get'], 200>
export type ProjectEvent = ProjectHistory['history'][number]
export type LibraryLists = InferResponseType<Projects['lists']['$get'], 200>
export type Admission = Body<Projects[':project']['admission']['$post']>
export type Removal = Body<Projects[':project']['removal']['$post']>
export type Reconciliation = InferResponseType<Registrations['$get'], 200>
export type Proposal = Reconciliation['proposals'][number]
export type NewRegistration = Body<Registrations['$post']>['entries'][number]
export type Match = Body<Registrations[':code']['match']['$post']>

/** 项目库 and 入统名录, as far as the account may see and change them. */
export interface ProjectsApi {
  projects(): Promise<ApiResult<{ readonly projects: readonly LibraryProject[] }>>
  lists(): Promise<ApiResult<LibraryLists>>
  history(project: string): Promise<ApiResult<ProjectHistory>>
  admit(project: string, admission: Admission): Promise<ApiResult<unknown>>
  remove(project: string, removal: Removal): Promise<ApiResult<unknown>>
  reconciliation(): Promise<ApiResult<Reconciliation>>
  register(
    entries: readonly NewRegistration[],
  ): Promise<ApiResult<{ readonly entered: number; readonly unchanged: number }>>
  match(code: string, match: Match): Promise<ApiResult<unknown>>
}

export function projectsApi({ ask }: Pick<SignedInApi, 'ask'>): ProjectsApi {
  return {
    projects: () => ask(({ projects }) => projects.$get()),
    lists: () => ask(({ projects }) => projects.lists.$get()),
    history: (project) => ask(({ projects }) => projects[':project'].$get({ param: { project } })),
    admit: (project, json) => ask(({ projects }) => projects[':project'].admission.$post({ param: { project }, json })),
    remove: (project, json) => ask(({ projects }) => projects[':project'].removal.$post({ param: { project }, json })),
    reconciliation: () => ask(({ registrations }) => registrations.$get()),
    register: (entries) => ask(({ registrations }) => registrations.$post({ json: { entries: [...entries] } })),
    match: (code, json) => ask(({ registrations }) => registrations[':code'].match.$post({ param: { code }, json })),
  }
}
