import { toA1, type CellAddress, type CellValue, type SheetSnapshot } from '@kaohe/shared-rules'
import type { TranslateOf } from '../../../i18n/translate.ts'
import type { QueueEntry } from '../choices.ts'
import { faultOf, seenOf, type Draft, type DraftFault, type Drafts } from '../drafts.ts'
import { lineKey, type Line } from '../items.ts'
import { columnIds, type ColumnId, type Typed } from './sheet-report.ts'

export type SheetFault = DraftFault | 'unknown-verdict' | 'unknown-row' | 'strike-figure' | 'stray' | 'approve-other'

export interface SheetRow {
  /** As Excel counts. */
  readonly row: number
  readonly place: CellAddress
  readonly key: string
  readonly name: string
  readonly typed: Typed
  /** Null while nothing was typed, or with the fault. */
  readonly draft: Draft | null
  readonly fault: SheetFault | null
}

export type SheetReading =
  | { readonly kind: 'no-heading'; readonly missing: string }
  | { readonly kind: 'read'; readonly rows: readonly SheetRow[] }

/** Reads 核定表 wherever its heading stands now, and whatever columns were added to it or moved. */
export function readSheet(
  sheet: SheetSnapshot,
  entries: readonly QueueEntry[],
  t: TranslateOf<'verifying'>,
): SheetReading {
  const titles = columnIds.map((id) => [id, t(`written.columns.${id}`)] as const)
  const at = sheet.values.findIndex(
    (cells) => cells.includes(t('written.columns.verdict')) && cells.includes(t('written.columns.item')),
  )
  const heading = sheet.values[at] ?? []
  const lost = titles.find(([id, title]) => needed.includes(id) && !heading.includes(title))
  if (at < 0 || lost) return { kind: 'no-heading', missing: lost?.[1] ?? t('written.columns.verdict') }
  const places = new Map(titles.map(([id, title]) => [id, heading.indexOf(title)]))
  const lines = new Map(
    entries.flatMap((entry) =>
      entry.lines.map((line) => [`${line.report.unit.name}/${line.form.annex}/${line.item.item}`, line]),
    ),
  )
  const words = {
    approve: t('written.verdict.approve'),
    adjust: t('written.verdict.adjust'),
    return: t('written.verdict.return'),
    strike: t('written.strike'),
  }
  const rows = sheet.values.slice(at + 1).flatMap((cells, below): readonly SheetRow[] => {
    const cell = (id: ColumnId): CellValue => cells[places.get(id) ?? -1] ?? ''
    const item = text(cell('item'))
    const [unit, annex] = [text(cell('unit')), text(cell('form'))]
    if (item === '' && text(cell('verdict')) === '') return []
    const typed = { verdict: text(cell('verdict')), verified: cell('verified'), reason: text(cell('reason')) }
    const row = sheet.top + at + 1 + below
    const place = { sheet: sheet.name, address: toA1(row, sheet.left + (places.get('verdict') ?? 0)) }
    const line = lines.get(`${unit}/${annex}/${item}`)
    const name = [unit, annex, text(cell('title'))].filter(Boolean).join(' ')
    const known = {
      row: row + 1,
      place,
      name,
      typed,
      key: line ? lineKey(line.report, item) : `${unit}/${annex}/${item}`,
    }
    if (!line) return [{ ...known, draft: null, fault: typed.verdict === '' ? null : 'unknown-row' }]
    const draft = draftOf(line, typed, words)
    if (draft === null || typeof draft === 'string') return [{ ...known, draft: null, fault: draft }]
    // Decided about another report than the one that counts now: what was seen is not what stands there.
    const seen = text(cell('report')) === line.report.number ? draft : { ...draft, seen: '' }
    const fault = faultOf(line, seen)
    return [{ ...known, draft: fault === null ? seen : null, fault }]
  })
  return { kind: 'read', rows }
}

const needed: readonly ColumnId[] = ['unit', 'form', 'verdict', 'verified', 'reason', 'report', 'item']

type Words = Readonly<Record<'approve' | 'adjust' | 'return' | 'strike', string>>

function draftOf(line: Line, { verdict, verified, reason }: Typed, words: Words): Draft | SheetFault | null {
  const figure = text(verified).replaceAll(',', '')
  const base = { reason, seen: seenOf(line.item) }
  switch (verdict) {
    case '':
      return figure === '' && reason === '' ? null : 'stray'
    case words.approve:
      if (figure !== '' && figure !== line.reported) return 'approve-other'
      return { ...base, verdict: 'approve', adjustment: null, reason: '' }
    case words.return:
      return { ...base, verdict: 'return', adjustment: null }
    case words.strike:
      return line.ledger ? { ...base, verdict: 'adjust', adjustment: { struck: true } } : 'strike-figure'
    case words.adjust: {
      if (figure === '' || !line.amount) return 'no-figure'
      const adjustment = line.ledger ? { cells: { [line.amount.id]: figure } } : { value: figure }
      return { ...base, verdict: 'adjust', adjustment }
    }
    default:
      return 'unknown-verdict'
  }
}

function text(value: CellValue): string {
  return typeof value === 'number' ? String(value) : String(value).normalize('NFKC').trim()
}

/** What the sheet decides, ready to be put among the drafts. */
export function draftsOf(rows: readonly SheetRow[]): Drafts {
  return Object.fromEntries(rows.flatMap(({ key, draft }) => (draft ? [[key, draft]] : [])))
}
