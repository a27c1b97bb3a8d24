import { toA1Block, toReference } from '../addresses.ts'
import type { Annex, AnnexSheet } from '../annex.ts'
import type { Form } from '../form.ts'
import type { FormGrid, GridCell, GridSheet } from '../grid.ts'
import { columnName } from '../names.ts'
import type { Binding } from '../recognition/binding.ts'
import { annexRows, withRowsAfter } from './annex-rows.ts'
import { drawAnnexSheet, headTopOf, type AnnexTable } from './annex-sheet.ts'
import { countedIn, layoutForm } from './layout-form.ts'
import type { LayoutOptions } from './layout-options.ts'
import { caption, matrixHighlights, matrixValidations, ONE_PAGE } from './matrix.ts'
import { placed, totalRow, unitRow, type MatrixPlace } from './matrix-rows.ts'

/**
 * Lays a form out as the office's own annex has it: its heads, order of rows, merges, sizes and remarks, with the register's
 * targets, the cells of the unit open, and names for the columns. Ledgers keep the layout of the form's description, since an
 * annex has none. Units without a row in the annex get one below the others.
 */
export function layoutAnnex(form: Form, annex: Annex, binding: Binding, options: LayoutOptions): FormGrid {
  const described = layoutForm(form, options)
  const [matrix, ...ledgers] = described.sheets
  const sheet = annex.sheets.find(({ name }) => name === binding.matrix.sheet)
  if (!sheet || !matrix) return described
  const { drawn, place } = layoutTable(form, sheet, binding, options)
  const taken = new Set([sheet.name, ...ledgers.map(({ name }) => name)])
  const names = Object.entries(described.names).filter(([, reference]) => !reference.startsWith(`'${matrix.name}'!`))
  const own = placed(form, place).map(([{ id }, column]) => {
    const area = { sheet: sheet.name, top: place.first, bottom: place.last, left: column, right: column }
    return [columnName(form.id, form.template, id), toReference(area)] as const
  })
  return {
    ...described,
    sheets: [
      drawn,
      ...ledgers,
      ...annex.sheets.filter(({ name }) => !taken.has(name)).map((other) => drawAnnexSheet(other, null)),
    ],
    names: Object.fromEntries([...names, ...own]),
  }
}

/** The sheets of an annex as they are, for comparison. */
export function pictureOfAnnex(annex: Annex, binding: Binding | null): readonly GridSheet[] {
  return annex.sheets.map((sheet) =>
    drawAnnexSheet(sheet, binding && sheet.name === binding.matrix.sheet ? tableOf(sheet, binding) : null),
  )
}

function tableOf(sheet: AnnexSheet, { matrix }: Binding, lastRow?: number): AnnexTable {
  const positions = Object.values(matrix.columns)
  const [left, right] = [Math.min(...positions), Math.max(...positions)]
  const unit = matrix.columns['unit'] ?? left
  const filled = sheet.values.flatMap((row, index) =>
    index >= matrix.firstRow && (row[unit] ?? '') !== '' ? [index] : [],
  )
  const last = lastRow ?? Math.max(matrix.firstRow, ...filled)
  return {
    headTop: headTopOf(sheet, matrix.firstRow, left, right),
    firstRow: matrix.firstRow,
    lastRow: last,
    left,
    right,
  }
}

function layoutTable(
  form: Form,
  original: AnnexSheet,
  binding: Binding,
  options: LayoutOptions,
): { readonly drawn: GridSheet; readonly place: MatrixPlace } {
  const { units, owner } = options
  const before = annexRows(original, binding.matrix, units)
  const missing = units.filter(({ id }) => !before.units.has(id))
  const lastNamed = Math.max(binding.matrix.firstRow - 1, ...before.units.values())
  const sheet = withRowsAfter(original, lastNamed, missing.length)
  const rows = new Map([...before.units, ...missing.map(({ id }, index) => [id, lastNamed + 1 + index] as const)])
  const total = before.total === undefined ? undefined : before.total + missing.length
  const inTable = [
    ...rows.values(),
    ...before.strangers.map(({ row }) => (row > lastNamed ? row + missing.length : row)),
  ]
  const place: MatrixPlace = {
    first: Math.min(...inTable),
    last: Math.max(...inTable),
    total,
    column: (id) => binding.matrix.columns[id],
  }
  const table = tableOf(sheet, binding, total ?? place.last)
  const base = drawAnnexSheet(sheet, table)
  // Ordinals, names and the word 合计 stay as the office wrote them.
  const labels = new Set(
    form.matrix.columns.filter(({ role }) => role === 'ordinal' || role === 'unit').map(({ id }) => place.column(id)),
  )
  const isLabel = (cell: GridCell) => labels.has(cell.column)
  const made = [
    ...units.flatMap((unit, index) => {
      const cells = unitRow(form, options, index, rows.get(unit.id) ?? 0, place, (column) =>
        countedIn(form, options, column),
      )
      return before.units.has(unit.id) ? cells.filter((cell) => !isLabel(cell)) : cells
    }),
    ...totalRow(form, options, place).filter((cell) => !isLabel(cell)),
  ]
  const keyOf = ({ row, column }: GridCell) => `${row} ${column}`
  const replaced = new Set(made.map(keyOf))
  const kept = base.cells.filter((cell) => !replaced.has(keyOf(cell))).map((cell) => captioned(cell, options))
  const line = caption(options)
  const said = kept.some(({ value }) => typeof value === 'string' && line !== '' && value.includes(line))
  const below: GridCell[] =
    line === '' || said
      ? []
      : [{ row: base.rows.length, column: table.left, value: line, style: 'remark', locked: true, format: '@' }]
  const ownRow = owner === null ? undefined : rows.get(owner)
  const open =
    owner === null ? ([place.first, place.last] as const) : ownRow === undefined ? null : ([ownRow, ownRow] as const)
  const height = base.rows.length + below.length
  return {
    place,
    drawn: {
      ...base,
      rows: [...base.rows, ...below.map(() => ({ height: 20 }))],
      cells: [...kept, ...made, ...below],
      frozen: { rows: table.firstRow, columns: (place.column('unit') ?? -1) + 1 },
      print: {
        ...base.print,
        area: toA1Block(0, 0, height - 1, base.columns.length - 1),
        onePage: units.length <= ONE_PAGE,
      },
      validations: open ? matrixValidations(form, place, ...open) : [],
      highlights: matrixHighlights(form, place),
    },
  }
}

/** 填报单位： without a name gets that of the copy's owner. */
function captioned(cell: GridCell, { units, owner }: LayoutOptions): GridCell {
  const unit = units.find(({ id }) => id === owner)
  const isOpen = typeof cell.value === 'string' && /^\s*填报单位(?:（.*?）|\(.*?\))?\s*[:：][\s_＿]*$/.test(cell.value)
  return unit && isOpen ? { ...cell, value: `填报单位：${unit.name}` } : cell
}
