import { formRecordSchema, type CellAddress, type FormRecord, type RecognitionNote } from '@kaohe/shared-rules'
import { z } from 'zod'
import { brokenTexts } from '../broken-texts.ts'
import type { Described } from '../contract/described.ts'
import { cellAddressSchema, missingHeadSchema } from '../contract/shapes/checks.ts'
import { refusalReasonSchema } from '../problem-catalogue.ts'
import type { Found } from '../workbooks/reading/reader.ts'

/** Files from which nothing can be reported as they are. */
export const setAside = {
  unreadable: z.strictObject({ kind: z.literal('unreadable'), reason: refusalReasonSchema }),
  others: [
    z.strictObject({
      kind: z.literal('unrecognised'),
      tried: z.array(
        z.strictObject({ form: z.string(), title: z.string(), found: z.int(), missing: z.array(missingHeadSchema) }),
      ),
    }),
    /** Nothing in the file says which unit it is of, or it says several things. */
    z.strictObject({ kind: z.literal('unit-unclear'), form: z.string(), candidates: z.array(z.string()) }),
    /** It is another unit's than the sender's. */
    z.strictObject({ kind: z.literal('other-unit'), form: z.string() }),
    /** No row of the 分解表 bears the unit's name, or several do. */
    z.strictObject({
      kind: z.literal('no-row'),
      form: z.string(),
      unit: z.string(),
      rows: z.array(cellAddressSchema),
    }),
    /** More rows, or a longer text, than a report may carry; or text that is none. */
    z.strictObject({ kind: z.literal('not-reportable'), form: z.string(), unit: z.string(), path: z.string() }),
  ],
} as const

/** What was found in a file, whatever the register and the reports say of it. */
export type Finding = Described<typeof setAside.unreadable> | Described<(typeof setAside.others)[number]> | ReadFinding

export interface ReadFinding {
  readonly kind: 'read'
  readonly form: string
  readonly unit: string
  readonly record: FormRecord
  readonly addresses: Readonly<Record<string, CellAddress>>
  /** Filled cells in rows of other units: 不会提交. */
  readonly foreign: readonly CellAddress[]
  readonly notes: readonly RecognitionNote[]
}

/** What was found in a file as it is kept: what a report may not carry is said. */
export function findingOf(found: Found): Finding {
  if (found.kind === 'refused') return { kind: 'unreadable', reason: found.reason }
  if (found.kind !== 'read') return found
  const { form, unit, record, foreign } = found
  const parsed = formRecordSchema.safeParse(record)
  const fault = parsed.success ? brokenTexts(record)[0] : parsed.error.issues[0]?.path
  if (fault) return { kind: 'not-reportable', form, unit, path: fault.map(String).join('.') }
  return { ...found, foreign: foreign.slice(0, 200) }
}
