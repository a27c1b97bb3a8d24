import type { CellValue } from '@kaohe/shared-rules'
import type { TranslateOf } from '../../../i18n/translate.ts'
import { grouped } from '../../../ui/figure.ts'
import { momentText } from '../../../ui/moment.ts'
import type { Report, ReportColumn } from '../../../workbook/report-sheets.ts'
import type { QueueEntry } from '../choices.ts'
import type { Drafts } from '../drafts.ts'
import { detailsOf, type Line } from '../items.ts'

export const sheetTable = 'kaohe_verification'

type Texts = TranslateOf<'verifying'>

export const columnIds = [
  'unit',
  'form',
  'title',
  'details',
  'unitOf',
  'before',
  'reported',
  'said',
  'verdict',
  'verified',
  'reason',
  'state',
  'report',
  'item',
] as const
export type ColumnId = (typeof columnIds)[number]

const looks: Readonly<Record<ColumnId, Omit<ReportColumn, 'title'>>> = {
  unit: { format: '@', width: 14 },
  form: { format: '@', width: 8 },
  title: { format: '@', width: 24 },
  details: { format: '@', width: 40 },
  unitOf: { format: '@', width: 8 },
  before: { format: 'General', width: 12 },
  reported: { format: 'General', width: 12 },
  said: { format: '@', width: 24 },
  verdict: { format: '@', width: 8 },
  verified: { format: 'General', width: 12 },
  reason: { format: '@', width: 30 },
  state: { format: '@', width: 24 },
  report: { format: '@', width: 14 },
  item: { format: '@', width: 14 },
}

/** What a person has typed into a line of the sheet. */
export interface Typed {
  readonly verdict: string
  readonly verified: CellValue
  readonly reason: string
}

interface Context {
  readonly campaign: string
  readonly bureau: string
  readonly window: string
  /** By the service's or this machine's clock, ISO. */
  readonly time: string
  /** What stands in the sheet already, by line. */
  readonly typed: ReadonlyMap<string, Typed>
  readonly drafts: Drafts
  readonly stateOf: (line: Line) => string
}

/** 核定表: the queue as a sheet to type into. What was typed before, there or in the pane, stays. */
export function sheetReport(entries: readonly QueueEntry[], context: Context, t: Texts): Report {
  const { campaign, bureau, window, time } = context
  return {
    sheet: t('written.name'),
    table: sheetTable,
    title: t('written.title', { campaign, bureau }),
    notes: [
      t('written.notes.run', { window, time: momentText(time) }),
      t('written.notes.how'),
      t('written.notes.keys'),
    ],
    columns: columnIds.map((id) => ({ title: t(`written.columns.${id}`), ...looks[id] })),
    rows: entries.flatMap(({ lines }) => lines.map((line) => rowOf(line, context, t))),
  }
}

function rowOf(line: Line, { typed, drafts, stateOf }: Context, t: Texts): readonly CellValue[] {
  const { report, form, item, amount } = line
  const { verdict, verified, reason } = typed.get(line.key) ?? typedOf(line, drafts, t)
  return [
    report.unit.name,
    form.annex,
    line.title,
    detailsOf(line)
      .map(({ head, text }) => `${head} ${text}`)
      .join(t('written.semicolon')),
    amount?.unit ?? '',
    figureCell(line.before),
    figureCell(line.reported),
    line.reasons.map(({ text }) => text).join(t('written.semicolon')),
    verdict,
    verified,
    reason,
    stateOf(line),
    report.number,
    item.item,
  ]
}

/** A draft of the pane as it would be typed. Other cells of a row than its amount have no column here and stay in the pane. */
function typedOf(line: Line, drafts: Drafts, t: Texts): Typed {
  const draft = drafts[line.key]
  if (!draft) return { verdict: '', verified: '', reason: '' }
  const { verdict, adjustment, reason } = draft
  if (adjustment && 'struck' in adjustment) return { verdict: t('written.strike'), verified: '', reason }
  const value = adjustment && ('value' in adjustment ? adjustment.value : adjustment.cells[line.amount?.id ?? ''])
  return { verdict: t(`written.verdict.${verdict}`), verified: figureCell(value ?? null), reason }
}

/** A number where Excel holds it exactly, else the text: fifteen digits are all it keeps. */
function figureCell(text: string | null): CellValue {
  if (text === null) return ''
  const digits = text.replace(/\D/g, '')
  return /^-?\d+(\.\d+)?$/.test(text) && digits.length <= 15 ? Number(text) : grouped(text)
}
