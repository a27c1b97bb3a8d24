import {
  add,
  annexRows,
  compare,
  exactText,
  normalise,
  parseExact,
  ratio,
  readForm,
  type Annex,
  type Binding,
  type Exact,
  type Form,
  type Targets,
  type Unit,
} from '@kaohe/shared-rules'
import { z } from 'zod'
import type { Described } from '../contract/described.ts'

/** Σ units beside 合计: 相等, 加压 (more was handed down than the district owes), 缺口. */
const balanceSchema = z.enum(['equal', 'over', 'short'])
export type Balance = Described<typeof balanceSchema>

export const differencesSchema = z.strictObject({
  /** In the register, without a row in the annex: they get one. */
  unitsMissing: z.array(z.string()),
  /** Names in the annex that the register does not know. */
  strangers: z.array(z.string()),
  /** Targets that differ from those in force; null is no task. */
  targets: z.array(
    z.strictObject({
      unit: z.string(),
      key: z.string(),
      annex: z.string().nullable(),
      register: z.string().nullable(),
    }),
  ),
  /** Target cells that are no figure: to be put right in the annex before targets are taken from it. */
  unreadable: z.array(
    z.strictObject({
      unit: z.string(),
      key: z.string(),
      text: z.string(),
    }),
  ),
  sums: z.array(
    z.strictObject({
      key: z.string(),
      units: z.string(),
      /** What the annex says in 合计; null where it has none. */
      total: z.string().nullable(),
      /** The figure of the notice. */
      district: z.string().nullable(),
      balance: balanceSchema.nullable(),
    }),
  ),
})
export type Differences = Described<typeof differencesSchema>

export interface ReadTargets {
  /** By unit and key, as plain decimal text. */
  readonly byUnit: Readonly<Record<string, Targets>>
  readonly totals: Readonly<Record<string, string | null>>
  readonly unreadable: Differences['unreadable']
}

const NONE = /^[—\-－/无]*$/

/** The targets that an annex hands down to the units of the register. */
export function targetsIn(form: Form, annex: Annex, binding: Binding, units: readonly Unit[]): ReadTargets {
  const byUnit: Record<string, Record<string, string>> = {}
  const unreadable: Differences['unreadable'][number][] = []
  const snapshot = { sheets: annex.sheets, names: {} }
  const columns = new Map(form.matrix.columns.flatMap((column) => (column.target ? [[column.target, column]] : [])))
  let totals: Record<string, string | null> = {}
  for (const unit of units) {
    const reading = readForm({ ...form, ledgers: [] }, binding, snapshot, unit)
    if (reading.kind === 'no-row') continue
    totals = { ...reading.totalTexts }
    for (const [key, text] of Object.entries(reading.targetTexts)) {
      const column = columns.get(key)
      if (text === null || NONE.test(text) || !column) continue
      const plain = parseExact(text) ? text : normalise(text, column)
      if (plain === undefined) unreadable.push({ unit: unit.id, key, text })
      else byUnit[unit.id] = { ...byUnit[unit.id], [key]: exactText(parseExact(plain) ?? ratio(0n)) ?? plain }
    }
  }
  return { byUnit, totals, unreadable }
}

/** What confirming an annex would change, and what does not add up in it. */
export function differencesOf(
  form: Form,
  annex: Annex,
  binding: Binding,
  register: {
    readonly units: readonly Unit[]
    readonly targets: Readonly<Record<string, Targets>>
    readonly district: Targets
  },
): Differences {
  const { units } = register
  const sheet = annex.sheets.find(({ name }) => name === binding.matrix.sheet)
  const rows = sheet ? annexRows(sheet, binding.matrix, units) : { units: new Map<string, number>(), strangers: [] }
  const read = targetsIn(form, annex, binding, units)
  const keys = form.matrix.columns.flatMap(({ id, target }) => (target && id in binding.matrix.columns ? [target] : []))
  return {
    unitsMissing: units.filter(({ id }) => !rows.units.has(id)).map(({ id }) => id),
    strangers: rows.strangers.map(({ name }) => name),
    targets: units
      .filter(({ id }) => rows.units.has(id))
      .flatMap(({ id }) =>
        keys.flatMap((key) => {
          const [stated, issued] = [read.byUnit[id]?.[key] ?? null, register.targets[id]?.[key] ?? null]
          return sameFigure(stated, issued) ? [] : [{ unit: id, key, annex: stated, register: issued }]
        }),
      ),
    unreadable: read.unreadable,
    sums: keys.map((key) => {
      const sum = units.reduce((all, { id }) => add(all, figureOf(read.byUnit[id]?.[key]) ?? ratio(0n)), ratio(0n))
      const district = register.district[key] ?? null
      const total = figureOf(read.totals[key] ?? undefined)
      const owed = total ?? figureOf(district ?? undefined)
      const stated = total ? (exactText(total) ?? null) : null
      return { key, units: exactText(sum) ?? '', total: stated, district, balance: owed ? balanceOf(sum, owed) : null }
    }),
  }
}

const figureOf = (text: string | undefined): Exact | undefined => (text === undefined ? undefined : parseExact(text))

function sameFigure(one: string | null, other: string | null): boolean {
  const [a, b] = [figureOf(one ?? undefined), figureOf(other ?? undefined)]
  return a && b ? compare(a, b) === 0 : one === other
}

function balanceOf(sum: Exact, owed: Exact): Balance {
  const order = compare(sum, owed)
  return order === 0 ? 'equal' : order > 0 ? 'over' : 'short'
}
