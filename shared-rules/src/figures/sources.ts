import type { Form } from '../forms/form.ts'
import type { Figure } from './figure.ts'

/** What a figure is made of in the forms: keys of reported cells, ids of ledgers. */
export interface FigureSources {
  readonly keys: readonly string[]
  readonly ledgers: readonly string[]
}

/** Follows a figure down to what units report, however it is worked out. Targets and constants are no source. */
export function sourcesOf(figure: Figure): FigureSources {
  if (figure.kind === 'reported') return { keys: [figure.key], ledgers: [] }
  if (figure.kind === 'count' || figure.kind === 'sum') return { keys: [], ledgers: [figure.ledger] }
  const parts = Object.values(figure).flat().filter(isFigure).map(sourcesOf)
  return { keys: parts.flatMap(({ keys }) => keys), ledgers: parts.flatMap(({ ledgers }) => ledgers) }
}

/** Does this form carry anything the figure is made of? */
export function isReportedIn(form: Form, figure: Figure): boolean {
  const { keys, ledgers } = sourcesOf(figure)
  return (
    form.ledgers.some(({ id }) => ledgers.includes(id)) ||
    form.matrix.columns.some(({ figure: key }) => key !== undefined && keys.includes(key))
  )
}

function isFigure(part: unknown): part is Figure {
  return typeof part === 'object' && part !== null && 'kind' in part
}
