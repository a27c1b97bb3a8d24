import { toReference, type Area } from '../addresses.ts'
import type { Column, Form } from '../form.ts'
import type { FormGrid } from '../grid.ts'
import type { LayoutOptions } from './layout-options.ts'
import { layoutLedger, ledgerBody } from './ledger.ts'
import { isCountable, ledgerFormula } from './ledger-formula.ts'
import { layoutMatrix, matrixBody } from './matrix.ts'
import { columnName } from '../names.ts'

/** Rows of a ledger that its formulas look at: as many as a report may carry, so that rows added below count, too. */
const LEDGER_ROWS = 2000

/**
 * Lays an official form out: the 分解表 with all units and their targets, then one sheet per ledger. The names tell
 * the columns from then on, wherever people move them.
 */
export function layoutForm(form: Form, options: LayoutOptions): FormGrid {
  const owner = options.units.find(({ id }) => id === options.owner)
  const { first, last } = matrixBody(form, options.units.length)
  const names: Record<string, string> = {}
  form.matrix.columns.forEach(({ id }, index) => {
    const area: Area = { sheet: form.matrix.sheet, top: first, bottom: last, left: index, right: index }
    names[columnName(form.id, form.template, id)] = toReference(area)
  })
  for (const ledger of form.ledgers) {
    const body = ledgerBody(ledger)
    ledger.columns.forEach(({ id }, index) => {
      const area: Area = { sheet: ledger.sheet, top: body.first, bottom: body.last, left: index, right: index }
      names[columnName(form.id, form.template, id, ledger.id)] = toReference(area)
    })
  }
  return {
    form: form.id,
    template: form.template,
    title: form.title,
    fileName: owner ? form.fileName.replace(/(\.\w+)?$/, `（${owner.name}）$1`) : form.fileName,
    owner: options.owner,
    sheets: [
      layoutMatrix(form, options, (column) => countedIn(form, options, column)),
      ...form.ledgers.map((ledger) => layoutLedger(ledger, options)),
    ],
    names,
  }
}

/** The formula that counts the owner's ledger; the office's copy carries nobody's. */
export function countedIn(form: Form, { owner, indicators }: LayoutOptions, column: Column): string | undefined {
  const figure = indicators.find(({ id }) => id === column.indicator)?.actual
  if (owner === null || figure === undefined || !isCountable(figure)) return undefined
  return ledgerFormula(figure, (field) => ledgerRange(form, figure.ledger, field))
}

function ledgerRange(form: Form, id: string, column: string): string | undefined {
  const ledger = form.ledgers.find((each) => each.id === id)
  const index = ledger?.columns.findIndex((each) => each.id === column) ?? -1
  if (!ledger || index < 0) return undefined
  const { first } = ledgerBody(ledger)
  return toReference({ sheet: ledger.sheet, top: first, bottom: first + LEDGER_ROWS - 1, left: index, right: index })
}
