import { z } from 'zod'
import { decimalText } from '../decimal-text.ts'
import { checkSchema } from '../checks/check.ts'
import { tiesSchema } from '../measures/group/ranks.ts'
import { formSchema } from '../forms/form.ts'
import { activitySchema } from './activity.ts'
import { awardSchema, rubricSchema, vetoSchema } from './awards.ts'
import { calendarSchema } from './calendar.ts'
import { faultsOf, type Fault } from './fault.ts'
import { clause, factKey, identifier, label } from './identifier.ts'
import { indicatorSchema } from './indicator.ts'
import { packFaults } from './pack-faults.ts'
import { partsOf, readOnce } from './pack-parts.ts'
import { poolSchema } from './pool.ts'
import { rectificationSchema, risksSchema } from './watch.ts'
import { jsonFault } from './safe-json.ts'
import { sizeTiersSchema } from './size-tiers.ts'

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
  activities: z.array(activitySchema).max(50).optional(),
  rubrics: z.array(rubricSchema).max(20).optional(),
  risks: risksSchema.optional(),
  rectification: rectificationSchema.optional(),
  questions: z.array(questionSchema).max(200),
})
export type Pack = Readonly<z.infer<typeof packSchema>>

export type ParsedPack =
  { readonly ok: true; readonly pack: Pack } | { readonly ok: false; readonly faults: readonly Fault[] }

/** Reads a pack. Every fault is named with its path, what is wrong and what would pass, in Chinese; nothing throws. */
export function parsePack(json: unknown): ParsedPack {
  const unsafe = jsonFault(json)
  if (unsafe) return { ok: false, faults: [unsafe] }
  const parsed = packSchema.safeParse(json, readOnce)
  const faults = [...(parsed.success ? [] : faultsOf(parsed.error.issues, json)), ...packFaults(partsOf(json))]
  return parsed.success && faults.length === 0 ? { ok: true, pack: parsed.data } : { ok: false, faults }
}
