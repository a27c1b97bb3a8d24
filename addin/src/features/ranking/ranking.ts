import type { CellValue } from '@kaohe/shared-rules'
import type { TranslateOf } from '../../i18n/translate.ts'
import type { Mark, Ranking } from '../../api/client.ts'
import { momentText } from '../../ui/moment.ts'
import type { Report, ReportColumn } from '../../workbook/report-sheets.ts'

/** What a report is called and told besides the ranking itself. */
export interface ReportContext {
  readonly campaign: string
  readonly pool: string
  readonly window: string
}

type Row = Ranking['rows'][number]

/** 综合排名 of one pool as a result sheet: rank, unit, points per weighted indicator, total, marks. */
export function rankingReport(ranking: Ranking, context: ReportContext, t: TranslateOf<'ranking'>): Report {
  const indicators = ranking.indicators.filter(({ weight }) => weight !== null)
  const text = (title: string, width: number): ReportColumn => ({ title, format: '@', width })
  const points = (title: string): ReportColumn => ({ title, format: '0.00', width: Math.max(10, title.length * 2 + 2) })
  return {
    sheet: t('written.ranking.sheet', { pool: context.pool }),
    table: `kaohe_ranking_${ranking.pool}`,
    title: t('written.ranking.sheetTitle', { campaign: context.campaign, pool: context.pool }),
    notes: notes(ranking, context, t),
    columns: [
      { title: t('written.ranking.columns.rank'), format: '0', width: 8 },
      text(t('written.ranking.columns.unit'), 22),
      ...indicators.map(({ title, weight }) => points(weight === '0' ? title : `${title}(${weight})`)),
      points(t('written.ranking.columns.total')),
      text(t('written.ranking.columns.marks'), 22),
    ],
    rows: ranking.rows.map((row) => [
      row.rank ?? t('written.ranking.undecided'),
      row.unit.name,
      ...indicators.map(({ id }) => pointsCell(row.indicators[id], t)),
      row.total.kind === 'total' ? Number(row.total.shown) : t('written.ranking.undecided'),
      marksText(row.marks, t),
    ]),
  }
}

function notes(ranking: Ranking, { window }: ReportContext, t: TranslateOf<'ranking'>): readonly string[] {
  const { id, version, hash, official, notice } = ranking.pack
  return [
    t('written.ranking.notes.run', { window, time: momentText(ranking.runAt) }),
    ...(ranking.provisional ? [t('written.ranking.notes.provisional')] : []),
    ...(official ? [] : [notice]),
    t('written.ranking.notes.pack', { id, version, hash: hash.slice(0, 16) }),
    t('written.ranking.notes.legend'),
  ]
}

/** A number where there are points; else the word that says why there are none. Never 0 for "not known". */
function pointsCell(cell: Row['indicators'][string] | undefined, t: TranslateOf<'ranking'>): CellValue {
  if (!cell) return ''
  if (cell.status === 'scored' && cell.shown !== null) return Number(cell.shown)
  if (cell.shown !== null) return Number(cell.shown)
  return cell.status === 'scored' ? '' : t(`written.ranking.cell.${cell.status}`)
}

function marksText(marks: readonly Mark[], t: TranslateOf<'ranking'>): string {
  return marks.map((mark) => t(`written.ranking.marks.${mark}`)).join(t('written.comma'))
}

/** One bar of the picture in the pane, longest first as ranked. */
export interface Bar {
  readonly unit: string
  readonly rank: number | null
  readonly total: string | null
}

export function bars(ranking: Ranking): readonly Bar[] {
  return ranking.rows.map(({ unit, rank, total }) => ({
    unit: unit.name,
    rank,
    total: total.kind === 'total' ? total.shown : null,
  }))
}
