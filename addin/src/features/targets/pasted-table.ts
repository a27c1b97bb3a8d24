import { isTotal, textKey, unitKey, type Unit } from '@kaohe/shared-rules'
import type { TargetKey, TargetsByUnit } from '../../api/targets.ts'
import { formatTsv, parseTsv } from '../../workbench/grid/tsv.ts'

/** Why a pasted table cannot be taken as it is. Nothing of it is guessed. */
export type TableFault =
  | { readonly kind: 'no-head' }
  | { readonly kind: 'no-unit'; readonly row: number; readonly text: string }
  | { readonly kind: 'unit-twice'; readonly row: number; readonly text: string }
  | { readonly kind: 'column-twice'; readonly text: string }

export interface PastedTable {
  /** Texts as they stand in the cells, by unit and key; an empty cell or a dash is no task. */
  readonly targets: TargetsByUnit
  readonly faults: readonly TableFault[]
  /** Heads of columns that are no task: 序号, 备注. */
  readonly unread: readonly string[]
  /** Units of the register that have no row: no task for them. */
  readonly missing: readonly string[]
  readonly figures: number
}

const none = /^[—\-－/无]*$/
/** As Excel shows a figure, which is how it comes by the clipboard. Everything else is left for the service to name. */
const grouped = /^-?\d{1,3}(,\d{3})+(\.\d+)?$/

/** Reads a table of units by tasks as it was copied from a workbook. */
export function readTable(text: string, keys: readonly TargetKey[], units: readonly Unit[]): PastedTable {
  const rows = parseTsv(text).map((row) => row.map((cell) => cell.trim()))
  const nothing = { targets: {}, unread: [], missing: [], figures: 0 }
  const headAt = rows.findIndex((row) => row.some((cell) => keyOf(cell, keys)))
  const head = rows[headAt]
  if (!head) return { ...nothing, faults: [{ kind: 'no-head' }] }
  const body = rows.slice(headAt + 1)
  const unitAt = unitColumn(body, head, units)
  const columns = head.map((cell, at) => (at === unitAt ? undefined : keyOf(cell, keys)?.key))
  const faults: TableFault[] = head
    .filter((_, at) => columns[at] !== undefined && columns.indexOf(columns[at]) < at)
    .map((cell) => ({ kind: 'column-twice', text: cell }))
  const targets: Record<string, Record<string, string>> = {}
  body.forEach((cells, index) => {
    const name = cells[unitAt] ?? ''
    const row = headAt + 2 + index
    if (cells.every((cell) => cell === '') || isTotal(name) || cells.some(isTotal)) return
    const unit = unitOf(name, units)
    if (!unit) faults.push({ kind: 'no-unit', row, text: name })
    else if (targets[unit.id]) faults.push({ kind: 'unit-twice', row, text: name })
    else {
      targets[unit.id] = Object.fromEntries(
        cells.flatMap((cell, at) => {
          const key = columns[at]
          return key === undefined || none.test(cell) ? [] : [[key, plain(cell)]]
        }),
      )
    }
  })
  return {
    targets,
    faults,
    unread: head.filter((cell, at) => at !== unitAt && columns[at] === undefined && cell !== ''),
    missing: units.filter(({ id }) => !targets[id]).map(({ name }) => name),
    figures: Object.values(targets).reduce((sum, own) => sum + Object.keys(own).length, 0),
  }
}

/** The same table of a version, to be changed in a workbook and pasted back. */
export function tableOf(
  targets: TargetsByUnit,
  keys: readonly TargetKey[],
  units: readonly Unit[],
  unitHead: string,
): string {
  const shown = keysIn(keys, targets)
  const rows = units.map(({ id, name }) => [name, ...shown.map(({ key }) => targets[id]?.[key] ?? '')])
  return formatTsv([[unitHead, ...shown.map(({ title, unit }) => `${title}(${unit})`)], ...rows])
}

/** Keys of which somebody has a target; of nothing at all, those that are not 待下达. */
export function keysIn(keys: readonly TargetKey[], targets: TargetsByUnit): readonly TargetKey[] {
  const held = keys.filter(({ key }) => Object.values(targets).some((own) => own[key] !== undefined))
  return held.length > 0 ? held : keys.filter(({ pending }) => !pending)
}

function keyOf(text: string, keys: readonly TargetKey[]): TargetKey | undefined {
  const asked = textKey(text)
  return asked === ''
    ? undefined
    : keys.find(({ key, title, unit }) => [key, title, `${title}${unit}`].some((name) => textKey(name) === asked))
}

function unitOf(text: string, units: readonly Unit[]): Unit | undefined {
  return text === '' ? undefined : units.find(({ id, name }) => id === text || unitKey(name) === unitKey(text))
}

/** The column in which most of the cells are units. */
function unitColumn(body: readonly (readonly string[])[], head: readonly string[], units: readonly Unit[]): number {
  const counts = head.map((_, at) => body.filter((row) => unitOf(row[at] ?? '', units)).length)
  return Math.max(0, counts.indexOf(Math.max(...counts)))
}

const plain = (text: string) => (grouped.test(text) ? text.replaceAll(',', '') : text)
