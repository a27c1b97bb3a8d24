import type { Form } from '@kaohe/shared-rules'
import { figure, text, type Table, type TableCell } from '../workbooks/table.ts'
import { basisText } from './award-basis.ts'
import type { Awarded } from './awarded.ts'
import { formStates, standings, statuses, timeliness, verifications, withoutPoints } from './labels.ts'
import type { RunRow, RunView } from './run-view.ts'

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
  if (view.shortfalls.length > 0) tables.set('shortfalls', shortfalls(view, notes))
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
  const names = namesIn(view)
  const { now, inCapitals, least, most } = view.budget
  return {
    name: '奖项',
    title: '综合奖、单项奖',
    notes: [...notes, `奖金合计 ${now} 万元（${inCapitals}）；按名额上下限为 ${least}—${most} 万元`],
    head: ['奖项', '依据', '名额', '位次', '单位', '排序依据', '结论', '提示'],
    rows: view.awards.flatMap((list): readonly (readonly TableCell[])[] => {
      const head = [text(list.title), text(ruleOf(list, names)), figure(list.count)]
      if (list.status === 'pending') return [[...head, text('—'), text('—'), text('—'), text('待下达'), text('')]]
      return list.candidates.map(({ unit, place, keys, standing, notes: marks }) => [
        ...head,
        figure(place),
        text(names.get(unit) ?? unit),
        text(keys.join('；')),
        text(list.winners.includes(unit) ? '拟获奖' : standings[standing.kind]),
        text(marks.join('；')),
      ])
    }),
  }
}

/** 四(三)2(6)：依次比较争取资金完成率（120%封顶）、争取资金完成数；细则由区财政局制定. */
function ruleOf({ clause, basis, owner }: Awarded, names: ReadonlyMap<string, string>): string {
  const rule = `${clause}：依次比较${basis.map(basisText).join('、')}`
  return owner === null ? rule : `${rule}；细则由${names.get(owner) ?? owner}制定`
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
              text(verifications[known.verification]),
            ],
          ]
        }),
      ),
    ),
  }
}

function shortfalls(view: RunView, notes: readonly string[]): Table {
  const names = namesIn(view)
  return {
    name: '未完成任务',
    title: '未完成任务（整改）',
    notes,
    head: ['单位', '指标', '计量单位', '任务数', '应完成', '采用数', '缺口'],
    rows: view.shortfalls.map(({ unit, indicator, target, due, actual, gap }) => {
      const about = view.indicators.find(({ id }) => id === indicator)
      const words = [names.get(unit) ?? unit, about?.title ?? indicator, about?.unit ?? '']
      return [...words.map(text), ...[target, due, actual, gap].map(figure)]
    }),
  }
}

const namesIn = ({ pools }: RunView): ReadonlyMap<string, string> =>
  new Map(pools.flatMap(({ rows }) => rows.map(({ unit }) => [unit.id, unit.name] as const)))

function reports({ board }: RunView, notes: readonly string[], forms: readonly Form[]): Table {
  return {
    name: '上报情况',
    title: '上报情况',
    notes,
    head: ['单位', ...forms.map(({ annex }) => annex)],
    rows: board.map(({ unit, forms: states }) => [
      text(unit.name),
      ...states.map(({ state, timeliness: when }) =>
        text([formStates[state], when === null ? '' : timeliness[when]].filter(Boolean).join(' · ')),
      ),
    ]),
  }
}
