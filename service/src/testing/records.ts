import type { Cells, FormRecord } from '@kaohe/shared-rules'

type Row = Readonly<Record<string, string | null>>
const recordOf = (form: string, cells: Cells, ledgers: FormRecord['ledgers'] = {}): FormRecord => ({
  form,
  template: 1,
  cells: { note: null, ...cells },
  ledgers,
})

/** A project of 60 million that started in March and is in the statistics. */
export const projectRow = (name: string, cells: Row = {}): Cells => ({
  number: null,
  name,
  industry: '新能源',
  kind: '新建',
  totalInvestment: '6000',
  yearInvestment: '900',
  stage: '开工',
  startDate: '2019-03-15',
  completionDate: null,
  effectDate: null,
  origin: '辽宁沈阳',
  registered: '是',
  upgrade: '否',
  owner: '张三',
  team: '专班一组',
  note: null,
  ...cells,
})

export const grantRow = (name: string, amount: string, cells: Row = {}): Cells => ({
  number: null,
  name,
  documentNumber: `辽财指预〔2019〕${name}号`,
  source: '省财政厅',
  amount,
  arrivalDate: '2019-04-20',
  note: null,
  ...cells,
})

export const enclaveRow = (name: string, amount: string, ownShare: number): Cells => ({
  number: null,
  name,
  partner: '沈阳某区',
  ownShare: String(ownShare),
  partnerShare: String(100 - ownShare),
  amount,
  arrivalDate: '2019-04-18',
  note: null,
})

export const projects = (...rows: readonly Cells[]): FormRecord => recordOf('projects', {}, { projects: [...rows] })
export const funds = (...rows: readonly Cells[]): FormRecord => recordOf('funds', {}, { grants: [...rows] })
export const enclave = (...rows: readonly Cells[]): FormRecord => recordOf('enclave', {}, { enclaves: [...rows] })
export const tax = (reported: string | null): FormRecord => recordOf('tax', { reported })
