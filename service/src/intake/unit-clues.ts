import type { Binding, Form, FormReading, Unit, WorkbookSnapshot } from '@kaohe/shared-rules'
import { fromA1, textKey, unitKey } from '@kaohe/shared-rules/recognition'

/** Whose report a file seems to be, by everything in it that says so. */
export interface UnitClues {
  /** 填报单位：… on the sheet. */
  readonly caption: readonly Unit[]
  /** Rows of the 分解表 in which something is filled in. */
  readonly rows: readonly Unit[]
  readonly fileName: readonly Unit[]
}

const CAPTION = /填报单位(?:（.*?）|\(.*?\))?\s*[:：]\s*(.+)/

/** The units that the sheets are captioned with. */
export function captionUnits({ sheets }: WorkbookSnapshot, units: readonly Unit[]): readonly Unit[] {
  const texts = sheets.flatMap(({ values }) =>
    values.flatMap((row) =>
      row.flatMap((value) => (typeof value === 'string' && value.length < 200 ? (CAPTION.exec(value)?.[1] ?? []) : [])),
    ),
  )
  const names = texts.map((text) => unitKey(text.split(/\s{2,}|　/)[0] ?? ''))
  return unique(names.flatMap((name) => units.findLast((unit) => unitKey(unit.name) === name) ?? []))
}

/** A unit, and what is read of it: what is filled in for others is listed beside it. */
export interface UnitReading {
  readonly unit: Unit
  readonly reading: Extract<FormReading, { kind: 'read' }>
}

/** The units in whose rows something is filled in, by the reading of any of the register. */
export function filledUnits(
  form: Form,
  binding: Binding,
  snapshot: WorkbookSnapshot,
  { unit, reading }: UnitReading,
  units: readonly Unit[],
): readonly Unit[] {
  const named = new Map(units.map((each) => [unitKey(each.name), each]))
  const matrix = snapshot.sheets.find(({ name }) => name === binding.matrix.sheet)
  const column = binding.matrix.columns['unit'] ?? 0
  const filled = new Set(reading.foreign.map(({ address }) => fromA1(address)?.row ?? -1))
  const others = [...filled].map((row) => matrix?.values[row - matrix.top]?.[column - matrix.left])
  const own = form.matrix.columns.some(({ id }) => (reading.record.cells[id] ?? null) !== null) ? [unit] : []
  return unique([...own, ...others.flatMap((name) => named.get(unitKey(String(name ?? ''))) ?? [])])
}

/** The one unit that all clues agree on, or those that come into question. */
export function unitOf({ caption, rows, fileName }: UnitClues): Unit | readonly Unit[] {
  const [said] = caption
  if (said && caption.length === 1) {
    return rows.length === 0 || rows.includes(said) ? said : unique([said, ...rows])
  }
  const [named] = fileName
  const [filled] = rows
  if (filled && rows.length === 1) {
    return named && fileName.length === 1 && named !== filled ? unique([filled, named]) : filled
  }
  return named && fileName.length === 1 ? named : unique([...caption, ...rows, ...fileName])
}

/** The units that the name of a file names. */
export const unitsInName = (fileName: string, units: readonly Unit[]): readonly Unit[] =>
  unique(longest(units, textKey(fileName)))

/** Names that stand in the text, without those that are only part of a longer one there. */
function longest(units: readonly Unit[], text: string): readonly Unit[] {
  const found = units.filter(({ name }) => text.includes(unitKey(name)))
  return found.filter(
    ({ name }) => !found.some((other) => other.name !== name && unitKey(other.name).includes(unitKey(name))),
  )
}

const unique = (units: readonly Unit[]): readonly Unit[] => [...new Set(units)]
