import { faultsOf } from '../intake/list-of-faults.ts'
import type { CheckedCell, EntryState, Outcome } from '../intake/outcome.ts'

export interface Names {
  readonly unit: (id: string) => string
  /** 附件几. */
  readonly form: (id: string) => string
}

const states: Readonly<Record<EntryState, string>> = {
  green: '可以接收',
  amber: '须说明后才能接收',
  red: '须改正，不能接收',
  empty: '空表，不能接收',
  'turned-down': '不能接收',
}
const fates: Readonly<Record<CheckedCell['status'], string>> = {
  accepted: '将接收',
  unchanged: '不变',
  refused: '退回',
}

/** What a person at a terminal is told of one file: what it is, what becomes of each cell, what stands against it. */
export function outcomeText(path: string, outcome: Outcome, names: Names): string {
  const place = [
    'form' in outcome ? names.form(outcome.form) : '',
    'unit' in outcome ? names.unit(outcome.unit) : '',
  ].filter((word) => word !== '')
  const head = `${path}：${[...place, stateText(outcome)].join('，')}`
  const cells = outcome.kind === 'checked' ? outcome.cells.map(cellText) : []
  const faults = faultsOf(outcome, names.unit).map(([sheet, cell, severity, message]) =>
    [`  ${severity}`, cell === '' ? '' : `${sheet}!${cell}`, message].filter((word) => word !== '').join('  '),
  )
  return [head, ...cells, ...faults, ...wanted(outcome)].map((line) => `${line}\n`).join('')
}

function stateText(outcome: Outcome): string {
  if (outcome.kind === 'accepted') return `已接收，回执 ${outcome.receipt}`
  if (outcome.kind !== 'checked') return '不能接收'
  return `${states[outcome.state]}${outcome.against === null ? '' : `（取代 ${outcome.against}）`}`
}

const cellText = ({ sheet, address, path, text, status }: CheckedCell): string =>
  `  ${fates[status]}  ${address === undefined ? path : `${sheet ?? ''}!${address}`}  ${text ?? '（空）'}`

/** Keys for the sentences that a file of reasons has to hold. */
const wanted = (outcome: Outcome): readonly string[] =>
  outcome.kind === 'checked' && outcome.state === 'amber' ? outcome.missing.map((key) => `  说明的键  ${key}`) : []
