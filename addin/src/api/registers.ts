import type { InferRequestType, InferResponseType } from 'hono/client'
import type { ApiResult, Client, SignedInApi } from './client.ts'

type Units = Client['units']
type OneUnit = Units[':unit']
type Accounts = Client['accounts']
type OneAccount = Accounts[':account']
type Body<T> = InferRequestType<T> extends { json: infer B } ? B : never

export type RegisteredUnit = InferResponseType<Units['register']['$get'], 200>['units'][number]
export type Contact = RegisteredUnit['contacts'][number]
export type Duty = Contact['duty']
export type UnitDetails = InferResponseType<OneUnit['$get'], 200>
export type ContactList = UnitDetails['lists'][number]
export type NewUnit = Body<Units['$post']>
export type UnitChange = Body<OneUnit['change']['$post']>
export type NewContacts = Body<OneUnit['contacts']['$post']>
export type ContactsDecision = Body<OneUnit['contacts'][':list']['decision']['$post']>
export type HandOver = Body<OneUnit['hand-over']['$post']>
export type Account = InferResponseType<Accounts['$get'], 200>['accounts'][number]
export type NewAccount = Body<Accounts['$post']>
export type AccountChange = Body<OneAccount['change']['$post']>
/** Made up by the service and told once. */
export interface GivenPassword {
  readonly initialPassword: string
}

/** What the office asks about who takes part: units with their contacts, and accounts. */
export interface RegistersApi {
  units(): Promise<ApiResult<{ readonly units: readonly RegisteredUnit[] }>>
  unit(unit: string): Promise<ApiResult<UnitDetails>>
  addUnit(unit: NewUnit): Promise<ApiResult<unknown>>
  changeUnit(unit: string, change: UnitChange): Promise<ApiResult<unknown>>
  putContacts(unit: string, contacts: NewContacts): Promise<ApiResult<unknown>>
  decideContacts(unit: string, list: number, decision: ContactsDecision): Promise<ApiResult<unknown>>
  handOver(unit: string, handOver: HandOver): Promise<ApiResult<GivenPassword>>
  accounts(): Promise<ApiResult<{ readonly accounts: readonly Account[] }>>
  addAccount(account: NewAccount): Promise<ApiResult<GivenPassword>>
  changeAccount(account: string, change: AccountChange): Promise<ApiResult<unknown>>
  resetPassword(account: string): Promise<ApiResult<GivenPassword>>
  disable(account: string, reason: string): Promise<ApiResult<unknown>>
  enable(account: string, reason: string): Promise<ApiResult<unknown>>
  file: SignedInApi['file']
}

export function registersApi({ ask, file }: Pick<SignedInApi, 'ask' | 'file'>): RegistersApi {
  const one = (client: Client) => client.accounts[':account']
  return {
    units: () => ask(({ units }) => units.register.$get()),
    unit: (unit) => ask(({ units }) => units[':unit'].$get({ param: { unit } })),
    addUnit: (json) => ask(({ units }) => units.$post({ json })),
    changeUnit: (unit, json) => ask(({ units }) => units[':unit'].change.$post({ param: { unit }, json })),
    putContacts: (unit, json) => ask(({ units }) => units[':unit'].contacts.$post({ param: { unit }, json })),
    decideContacts: (unit, list, json) =>
      ask(({ units }) =>
        units[':unit'].contacts[':list'].decision.$post({ param: { unit, list: String(list) }, json }),
      ),
    handOver: (unit, json) => ask(({ units }) => units[':unit']['hand-over'].$post({ param: { unit }, json })),
    accounts: () => ask(({ accounts }) => accounts.$get({ query: {} })),
    addAccount: (json) => ask(({ accounts }) => accounts.$post({ json })),
    changeAccount: (account, json) => ask((client) => one(client).change.$post({ param: { account }, json })),
    resetPassword: (account) => ask((client) => one(client).password.$post({ param: { account } })),
    disable: (account, reason) =>
      ask((client) => one(client).disabling.$post({ param: { account }, json: { reason } })),
    enable: (account, reason) => ask((client) => one(client).enabling.$post({ param: { account }, json: { reason } })),
    file,
  }
}
