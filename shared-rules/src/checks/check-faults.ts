import type { Form } from '../forms/form.ts'
import type { DayBound, FigureBound } from './bound.ts'
import type { Check } from './check.ts'

/** What the message of each kind of assertion may leave to be filled in, besides `{place}` and `{column}`. */
const BLANKS: Readonly<Record<Check['asserts']['kind'], readonly string[]>> = {
  readable: ['fault'],
  required: [],
  'at-least': ['value', 'bound', 'other'],
  'at-most': ['value', 'bound', 'other'],
  'not-before': ['value', 'bound', 'other'],
  'not-after': ['value', 'bound', 'other'],
  'differs-from': ['value', 'bound', 'other'],
  'one-of': ['value', 'choices'],
  'sums-to': ['columns', 'sum', 'total'],
  'unit-slip': ['value', 'usual', 'suggestion'],
  'not-below-previous': ['value', 'previous'],
  unique: ['columns', 'value', 'rows'],
  'filled-table': [],
  'rows-kept': ['names', 'count'],
  'total-at-most': ['sum', 'bound'],
}
const SENTENCE_BLANKS = ['value', 'suggestion', 'choices']

/** What the schema alone cannot see: checks that look at places no form has, and messages with blanks nobody fills. */
export function checkFaults(
  checks: readonly Check[],
  forms: readonly Form[],
): readonly { readonly path: string; readonly message: string }[] {
  return checks.flatMap((check, index) => [
    ...check.where.flatMap((place, at) =>
      placeFaults(check, place, forms).map((message) => ({ path: `checks.${index}.where.${at}`, message })),
    ),
    ...strangeBlanks(check).map((blank) => ({
      path: `checks.${index}`,
      message: `“${check.id}”的文字中有不能填充的 {${blank}}，请删去或改用该类校验提供的项`,
    })),
  ])
}

function placeFaults(check: Check, place: Check['where'][number], forms: readonly Form[]): readonly string[] {
  const form = forms.find(({ id }) => id === place.form)
  if (form === undefined) return [`“${check.id}”所指的表“${place.form}”不存在，请改为规则包内的表`]
  const table = place.ledger === undefined ? form.matrix : form.ledgers.find(({ id }) => id === place.ledger)
  if (table === undefined) return [`“${check.id}”所指的台账“${place.ledger}”不在表“${form.id}”中，请改为该表的台账`]
  const known = table.columns.map(({ id }) => id)
  return columnsOf(check)
    .filter((column) => !known.includes(column))
    .map((column) => `“${check.id}”所指的栏目“${column}”不存在，可用的有：${known.join('、')}`)
}

function columnsOf({ asserts, when = [] }: Check): readonly string[] {
  const bound: FigureBound | DayBound | undefined =
    'bound' in asserts ? asserts.bound : 'usual' in asserts ? asserts.usual : undefined
  return [
    ...('columns' in asserts ? asserts.columns : 'column' in asserts ? [asserts.column] : []),
    ...(bound && 'column' in bound ? [bound.column] : []),
    ...when.map(({ field }) => field),
  ]
}

function strangeBlanks({ asserts, message }: Check): readonly string[] {
  const blanks = (text: string): readonly string[] =>
    [...text.matchAll(/\{([a-zA-Z]+)\}/g)].map(([, name = '']) => name)
  const sentences = asserts.kind === 'readable' ? Object.values(asserts.sentences) : []
  const allowed = ['place', 'column', ...BLANKS[asserts.kind]]
  return [
    ...blanks(message).filter((name) => !allowed.includes(name)),
    ...sentences.flatMap(blanks).filter((name) => !SENTENCE_BLANKS.includes(name)),
  ]
}
