import type { Cells, FormRecord } from '@kaohe/shared-rules'
import { investment } from '../testing/harness.ts'
import { enclave, enclaveRow, funds, grantRow, projectRow, projects, tax } from '../testing/records.ts'
import { reported, type Part, type Town } from './year-figures.ts'

/** On the form as it is issued from the office's annex. */
export const taxReport = (reported: string): FormRecord => ({ ...tax(reported), template: 2 })
const reserveRow = (name: string): Cells =>
  projectRow(name, { totalInvestment: '10000', stage: '储备', startDate: null, registered: null })
const completedRow = (name: string): Cells =>
  projectRow(name, { kind: '续建', stage: '竣工', startDate: '2018-04-01', completionDate: '2019-05-06' })
const times = (count: number, row: (at: number) => Cells): readonly Cells[] =>
  Array.from({ length: count }, (_, at) => row(at))

/** What a town hands in besides its tax; `nil` where a ledger is empty on purpose. */
export function recordsOf(unit: Town, part: Part): readonly (readonly [FormRecord, { readonly nil?: true }])[] {
  const { investment: amount, starts, reserves, completions, enclave: flight, grants } = reported[unit][part]
  const [flying, share] = flight
  const started = starts.map((size, at) => projectRow(`${unit}新建${at}`, { totalInvestment: String(size) }))
  const reserved = times(reserves, (at) => reserveRow(`${unit}储备${at}`))
  const completed = times(completions, (at) => completedRow(`${unit}续建${at}`))
  const flights = flying === 0n ? [] : [enclaveRow(`${unit}飞地`, String(flying), Number(share))]
  return [
    [investment(String(amount)), {}],
    [projects(...started, ...reserved, ...completed), {}],
    [enclave(...flights), flights.length === 0 ? { nil: true } : {}],
    [funds(...grants.map((grant, at) => grantRow(`${unit}-${at}`, String(grant)))), {}],
  ]
}
