import type { Condition } from '../../condition.ts'
import type { Figure } from '../../figures/figure.ts'

type Counted = Extract<Figure, { kind: 'count' | 'sum' }>
type RangeOf = (column: string) => string | undefined

/**
 * Can a sheet show this figure by a formula over its ledger? One list of choices at most, since two would be paired
 * item by item; and no `once`, which no formula of the declared Excel versions can say.
 */
export function isCountable(figure: Figure): figure is Counted {
  if (figure.kind !== 'count' && figure.kind !== 'sum') return false
  return figure.once === undefined && figure.where.filter(({ op }) => op === 'one-of').length <= 1
}

/**
 * The Excel formula of what an indicator counts or sums in a ledger: the printed number and the scored one come from the
 * same conditions. Undefined where a column has no range.
 */
export function ledgerFormula(figure: Counted, range: RangeOf): string | undefined {
  const fields = [...figure.where.map(({ field }) => field), ...(figure.kind === 'sum' ? figure.of : []).map(fieldOf)]
  if (fields.some((field) => range(field) === undefined)) return undefined
  const at: At = (field) => range(field) ?? ''
  if (figure.kind === 'count') return joined('COUNTIFS', [], figure.where, at)
  const [only, ...more] = figure.of
  const plain = only !== undefined && more.length === 0 && only.as === 'number'
  return plain ? joined('SUMIFS', [at(only.field)], figure.where, at) : products(figure, at)
}

type At = (field: string) => string
const fieldOf = ({ field }: { readonly field: string }) => field

function joined(name: string, before: readonly string[], where: readonly Condition[], at: At): string {
  const pairs = where.flatMap((condition) => criteria(condition).flatMap((text) => [at(condition.field), text]))
  const formula = `${name}(${[...before, ...pairs].join(',')})`
  return where.some(({ op }) => op === 'one-of') ? `SUM(${formula})` : formula
}

/** What COUNTIFS compares a cell with. A day ends with its last second, so `on-or-before` is before the next. */
function criteria(condition: Condition): readonly string[] {
  switch (condition.op) {
    case 'filled':
      return ['"<>"']
    case 'empty':
      return ['""']
    case 'equals':
      return [quoted(`=${literal(condition.value)}`)]
    // An empty cell does not differ: what is unknown is not counted.
    case 'differs':
      return [quoted(`<>${literal(condition.value)}`), '"<>"']
    case 'one-of':
      return [`{${condition.values.map((value) => quoted(`=${literal(value)}`)).join(',')}}`]
    case 'at-least':
      return [quoted(`>=${condition.value}`)]
    case 'at-most':
      return [quoted(`<=${condition.value}`)]
    case 'above':
      return [quoted(`>${condition.value}`)]
    case 'below':
      return [quoted(`<${condition.value}`)]
    case 'on-or-after':
      return [`">="&${date(condition.value)}`]
    case 'on-or-before':
      return [`"<"&${date(condition.value)}+1`]
  }
}

function products(figure: Extract<Counted, { kind: 'sum' }>, at: At): string {
  const tests = figure.where.map((condition) => test(condition, at(condition.field)))
  const percents = figure.of.filter(({ as }) => as === 'percent').length
  const factors = [...(tests.length > 0 ? [tests.join('*')] : []), ...figure.of.map(({ field }) => at(field))]
  return `SUMPRODUCT(${factors.join(',')})${'/100'.repeat(percents)}`
}

/** The same as an array of 0 and 1. A text compares as larger than any number, so figures and days are asked for first. */
function test(condition: Condition, cells: string): string {
  const number = (comparison: string) => `ISNUMBER(${cells})*(${cells}${comparison})`
  switch (condition.op) {
    case 'filled':
      return `(${cells}<>"")`
    case 'empty':
      return `(${cells}="")`
    case 'equals':
      return `(${cells}=${quoted(condition.value)})`
    case 'differs':
      return `(${cells}<>${quoted(condition.value)})*(${cells}<>"")`
    case 'one-of':
      return `(${condition.values.map((value) => `(${cells}=${quoted(value)})`).join('+')})`
    case 'at-least':
      return number(`>=${condition.value}`)
    case 'at-most':
      return number(`<=${condition.value}`)
    case 'above':
      return number(`>${condition.value}`)
    case 'below':
      return number(`<${condition.value}`)
    case 'on-or-after':
      return number(`>=${date(condition.value)}`)
    case 'on-or-before':
      return number(`<${date(condition.value)}+1`)
  }
}

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`
/** `*`, `?` and `~` stand for other things in a criterion unless told not to. */
const literal = (text: string): string => text.replace(/[*?~]/g, '~$&')
const date = (day: string): string =>
  `DATE(${day
    .split('-')
    .map((part) => part.replace(/^0+/, ''))
    .join(',')})`
