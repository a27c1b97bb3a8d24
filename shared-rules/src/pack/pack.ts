import { z } from 'zod'
import { amountText, decimalText } from '../decimal-text.ts'
import { checkSchema, type Check } from '../checks/check.ts'
import { tiesSchema } from '../measures/group/ranks.ts'
import { formSchema, type Form } from '../forms/form.ts'
import { awardSchema, vetoSchema, type Award, type Veto } from './awards.ts'
import { calendarSchema, type Calendar } from './calendar.ts'
import { faultsOf, type Fault } from './fault.ts'
import { clause, factKey, identifier, label } from './identifier.ts'
import { indicatorSchema, type Indicator } from './indicator.ts'
import { packFaults } from './pack-faults.ts'
import { jsonFault } from './safe-json.ts'
import { sizeTiersSchema, type SizeTiers } from './size-tiers.ts'

const poolSchema = z.strictObject({ id: identifier, title: label, fullMark: amountText })

const scoringSchema = z.strictObject({
  rounding: z.strictObject({ places: z.int().min(0).max(10), halves: z.enum(['up', 'to-even', 'down']) }),
  /** How the shown parts relate to the shown total. */
  total: z.enum(['sum-of-shown-parts', 'exact-total', 'largest-remainder']),
  /** Bounds of the total itself; null is unbounded. */
  bounds: z.strictObject({ least: decimalText.nullable(), most: decimalText.nullable() }),
  ranking: z.strictObject({
    basis: z.enum(['shown', 'exact']),
    ties: tiesSchema,
  }),
})
export type Scoring = Readonly<z.infer<typeof scoringSchema>>

const questionSchema = z.strictObject({
  id: z.string().regex(/^[A-Z]\d+$/),
  question: z.string().min(1).max(1000),
  default: z.string().min(1).max(1000),
  /** What can be changed once the office has decided. */
  switch: z.string().max(1000),
  status: z.enum(['awaiting', 'settled']),
  clause,
})

/** The decisions of a district for one year, as plain JSON: the one thing scoring, checking and ranking go by. */
export const packSchema = z.strictObject({
  id: identifier,
  version: z.string().regex(/^\d{4}\.\d+$/, '版本须写成 年份.序号，如 "2019.1"'),
  year: z.int().min(1990).max(2100),
  title: label,
  district: label,
  document: z.strictObject({ number: label, date: z.iso.date(), title: label }),
  /** False while any figure is ours and not the office's. */
  official: z.boolean(),
  /** Shown wherever scores are. */
  notice: z.string().max(500),
  pools: z.array(poolSchema).min(1).max(20),
  scoring: scoringSchema,
  /** 区级目标, to be compared with the sum of the units' targets. */
  districtTargets: z.array(
    z.strictObject({ key: factKey, title: label, value: decimalText, unit: z.string().max(20), clause }),
  ),
  sizeTiers: z.array(sizeTiersSchema).max(50),
  indicators: z.array(indicatorSchema).min(1).max(200),
  checks: z.array(checkSchema).max(1000),
  forms: z.array(formSchema).max(50),
  calendar: calendarSchema,
  awards: z.array(awardSchema).max(100),
  vetoes: z.array(vetoSchema).max(100),
  questions: z.array(questionSchema).max(200),
})
export type Pack = Readonly<z.infer<typeof packSchema>>

export type ParsedPack =
  { readonly ok: true; readonly pack: Pack } | { readonly ok: false; readonly faults: readonly Fault[] }

/** Reads a pack. Every fault is named with its path, what is wrong and what would pass, in Chinese; nothing throws. */
export function parsePack(json: unknown): ParsedPack {
  const unsafe = jsonFault(json)
  if (unsafe) return { ok: false, faults: [unsafe] }
  const parsed = packSchema.safeParse(json)
  const faults = [...(parsed.success ? [] : faultsOf(parsed.error.issues, json)), ...packFaults(partsOf(json))]
  return parsed.success && faults.length === 0 ? { ok: true, pack: parsed.data } : { ok: false, faults }
}

type Placed<T> = readonly (readonly [part: T, index: number])[]

/** The parts of a pack that pass by themselves, with their places, and the ids of all. */
export interface PackParts {
  readonly pools: Placed<z.infer<typeof poolSchema>>
  readonly indicators: Placed<Indicator>
  readonly sizeTiers: Placed<SizeTiers>
  readonly awards: Placed<Award>
  readonly vetoes: Placed<Veto>
  readonly windows: Placed<Calendar['windows'][number]>
  readonly checks: Placed<Check>
  readonly forms: Placed<Form>
  readonly ids: Readonly<Record<Section, readonly string[]>>
  /** Whether every part of the section passed. */
  readonly complete: { readonly indicators: boolean; readonly forms: boolean; readonly checks: boolean }
}
type Section = 'pools' | 'indicators' | 'sizeTiers' | 'awards' | 'vetoes' | 'forms' | 'checks' | 'questions'

function partsOf(json: unknown): PackParts {
  const indicators = passing(indicatorSchema, listAt(json, 'indicators'))
  const forms = passing(formSchema, listAt(json, 'forms'))
  const checks = passing(checkSchema, listAt(json, 'checks'))
  return {
    pools: passing(poolSchema, listAt(json, 'pools')),
    indicators,
    sizeTiers: passing(sizeTiersSchema, listAt(json, 'sizeTiers')),
    awards: passing(awardSchema, listAt(json, 'awards')),
    vetoes: passing(vetoSchema, listAt(json, 'vetoes')),
    windows: passing(calendarSchema.shape.windows.element, listAt(fieldOf(json, 'calendar'), 'windows')),
    checks,
    forms,
    ids: idsOf(json),
    complete: {
      indicators: indicators.length === listAt(json, 'indicators').length,
      forms: forms.length === listAt(json, 'forms').length,
      checks: checks.length === listAt(json, 'checks').length,
    },
  }
}

function idsOf(json: unknown): PackParts['ids'] {
  const of = (section: string) => listAt(json, section).map((part) => textOf(fieldOf(part, 'id')))
  return {
    pools: of('pools'),
    indicators: of('indicators'),
    sizeTiers: of('sizeTiers'),
    awards: of('awards'),
    vetoes: of('vetoes'),
    forms: of('forms'),
    checks: of('checks'),
    questions: of('questions'),
  }
}

function passing<T>(schema: z.ZodType<T>, list: readonly unknown[]): Placed<T> {
  return list.flatMap((part, index) => {
    const parsed = schema.safeParse(part)
    return parsed.success ? [[parsed.data, index] as const] : []
  })
}

function fieldOf(json: unknown, key: string): unknown {
  return typeof json === 'object' && json !== null && Object.hasOwn(json, key) ? Reflect.get(json, key) : undefined
}

function listAt(json: unknown, key: string): readonly unknown[] {
  const value = fieldOf(json, key)
  return Array.isArray(value) ? value : []
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')
