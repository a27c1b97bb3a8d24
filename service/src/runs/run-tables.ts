import type { Form } from '@kaohe/shared-rules'
import { figure, text, type Table, type TableCell } from '../workbooks/table.ts'
import type { RunRow, RunView } from './run-view.ts'

const statuses = { draft: '拟定稿（未签发）', signed: '已签发（未公布）', published: '已公布' } as const
const withoutPoints: Readonly<Record<string, string>> = {
  'no-task': '无任务',
  excluded: '不参加',
  pending: '待下达',
  undecided: '暂不能判断',
  relative: '依赖他单位',
}
const verifications: Readonly<Record<string, string>> = {
  unverified: '未核',
  partial: '部分',
  verified: '已核',
  'not-applicable': '不适用',
}
const formStates: Readonly<Record<string, string>> = {
  'not-reported': '未报',
  empty: '空表',
  nil: '零报告',
  reported: '已报',
  returned: '退回',
  'not-applicable': '不适用',
}
const timeliness: Readonly<Record<string, string>> = { 'not-due': '未到期', 'on-time': '按时', late: '逾期' }
const standings: Readonly<Record<string, string>> = {
  winner: '拟获奖',
  'at-the-line': '末位并列，待裁定',
  behind: '未入围',
  undecided: '暂不能判断',
  excluded: '不参加评选',
  vetoed: '取消资格',
  'not-eligible': '不在评选范围',
}

/** A run as tables: 综合排名 for each pool, 单项奖 and 综合奖, 完成情况, 上报情况 for the office. By name, for CSV. */
export function runTables(view: RunView, forms: readonly Form[]): ReadonlyMap<string, Table> {
  const notes = [
    `${view.number} · ${view.title} · 期次 ${view.window} · ${statuses[view.status]}`,
    `规则包 ${view.pack.id} ${view.pack.version}（${view.pack.hash.slice(0, 12)}） · 本次测算指纹 ${view.hash}`,
    ...(view.signed ? [`签发：${view.signed.decider ?? ''} ${view.signed.document ?? ''}`] : []),
    view.pack.notice,
  ]
  const tables = new Map<string, Table>()
  for (const { pool, title, rows } of view.pools) tables.set(`ranking-${pool}`, ranking(view, notes, title, rows))
  tables.set('awards', awards(view, notes))
  tables.set('figures', figures(view, notes))
  if (view.board.length > 0) tables.set('reports', reports(view, notes, forms))
  return tables
}

function ranking(view: RunView, notes: readonly string[], pool: string, rows: readonly RunRow[]): Table {
  return {
    name: `综合排名（${pool}）`,
    title: `综合排名（${pool}）`,
    notes,
    head: ['名次', '单位', ...view.indicators.map(({ title }) => title), '总分'],
    rows: rows.map(({ rank, unit, indicators, total }) => [
      figure(rank),
      text(unit.name),
      ...indicators.map(({ shown, status }) => (shown === null ? text(withoutPoints[status] ?? '—') : figure(shown))),
      total.kind === 'total' ? figure(total.shown) : text(`暂缺（已计 ${total.counted}）`),
    ]),
  }
}

function awards(view: RunView, notes: readonly string[]): Table {
  const names = new Map(view.pools.flatMap(({ rows }) => rows.map(({ unit }) => [unit.id, unit.name] as const)))
  const { now, least, most } = view.budget
  return {
    name: '奖项',
    title: '综合奖、单项奖',
    notes: [...notes, `奖金合计 ${now} 万元；按名额上下限为 ${least}—${most} 万元`],
    head: ['奖项', '依据', '名额', '位次', '单位', '排序依据', '结论', '提示'],
    rows: view.awards.flatMap((list): readonly (readonly TableCell[])[] => {
      const head = [text(list.title), text(list.clause), figure(list.count)]
      if (list.status === 'pending') return [[...head, text('—'), text('—'), text('—'), text('待下达'), text('')]]
      return list.candidates.map(({ unit, place, keys, standing, notes: marks }) => [
        ...head,
        figure(place),
        text(names.get(unit) ?? unit),
        text(keys.join('；')),
        text(list.winners.includes(unit) ? '拟获奖' : (standings[standing.kind] ?? standing.kind)),
        text(marks.join('；')),
      ])
    }),
  }
}

function figures(view: RunView, notes: readonly string[]): Table {
  return {
    name: '完成情况',
    title: '完成情况',
    notes,
    head: ['单位', '指标', '计量单位', '任务数', '申报数', '核定数', '采用数', '完成率', '得分', '核定状态'],
    rows: view.pools.flatMap(({ rows }) =>
      rows.flatMap(({ unit, indicators }) =>
        indicators.flatMap(({ indicator, status, shown, figures: known }) => {
          if (!known) return []
          const about = view.indicators.find(({ id }) => id === indicator)
          return [
            [
              text(unit.name),
              text(about?.title ?? indicator),
              text(about?.unit ?? ''),
              ...[known.target, known.reported, known.verified, known.actual, known.completion].map(figure),
              shown === null ? text(withoutPoints[status] ?? '—') : figure(shown),
              text(verifications[known.verification] ?? known.verification),
            ],
          ]
        }),
      ),
    ),
  }
}

function reports({ board }: RunView, notes: readonly string[], forms: readonly Form[]): Table {
  return {
    name: '上报情况',
    title: '上报情况',
    notes,
    head: ['单位', ...forms.map(({ annex }) => annex)],
    rows: board.map(({ unit, forms: states }) => [
      text(unit.name),
      ...states.map(({ state, timeliness: when }) =>
        text([formStates[state] ?? state, when === null ? '' : (timeliness[when] ?? when)].filter(Boolean).join(' · ')),
      ),
    ]),
  }
}
