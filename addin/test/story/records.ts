import type { Cells, CellValue, FormRecord } from '@kaohe/shared-rules'
import { serial } from './excel-clerk.ts'
import type { RawFigures, RawProject } from './figures.ts'

/** The rows a clerk would have in the ledgers, by column. */
export const projectRow = (project: RawProject): Cells => ({
  number: null,
  name: project.name,
  industry: '新能源',
  kind: project.kind,
  totalInvestment: project.totalInvestment,
  yearInvestment: project.stage === '储备' ? null : '900',
  stage: project.stage,
  startDate: project.startDate,
  completionDate: project.completionDate,
  effectDate: null,
  origin: '本地',
  registered: project.registered,
  upgrade: '否',
  owner: '责任人甲',
  team: '专班一组',
  note: null,
})
export const enclaveRow = (enclave: RawFigures['enclaves'][number]): Cells => ({
  number: null,
  name: enclave.name,
  partner: '沈阳某区',
  ownShare: String(enclave.ownShare),
  partnerShare: String(100 - enclave.ownShare),
  amount: enclave.amount,
  arrivalDate: '2019-04-18',
  note: null,
})
export const grantRow = (grant: RawFigures['grants'][number]): Cells => ({
  number: null,
  name: grant.name,
  documentNumber: grant.documentNumber,
  source: '省发展改革委',
  amount: grant.amount,
  arrivalDate: '2019-05-20',
  note: null,
})

/** The five reports of a unit, as a program would send them. */
export function recordsOf(raw: RawFigures): readonly FormRecord[] {
  const record = (form: string, cells: Cells, ledgers: FormRecord['ledgers'] = {}): FormRecord => ({
    form,
    template: 1,
    cells: { note: null, ...cells },
    ledgers,
  })
  return [
    record('investment', { reported: raw.investment }),
    record('projects', {}, { projects: raw.projects.map(projectRow) }),
    record('enclave', {}, { enclaves: raw.enclaves.map(enclaveRow) }),
    record('tax', { reported: raw.tax }),
    record('funds', {}, { grants: raw.grants.map(grantRow) }),
  ]
}

/** A record's row as Excel holds it: numbers as numbers, dates as day numbers, nothing as an empty cell. */
export const typed = (cells: FormRecord['cells']): readonly CellValue[] =>
  Object.values(cells).map((text) => {
    if (text === null) return ''
    if (/^\d{4}-\d\d-\d\d$/.test(text)) return serial(text)
    return /^\d+(\.\d+)?$/.test(text) ? Number(text) : text
  })
