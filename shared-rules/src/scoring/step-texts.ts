import type { MissingFact, StepName } from '../measures/points.ts'
import type { IndicatorStatus } from './result.ts'

export type Locale = 'zh-CN' | 'en-US'

interface Texts {
  readonly steps: Readonly<Record<StepName, string>>
  readonly statuses: Readonly<Record<IndicatorStatus, string>>
  readonly missing: Readonly<Record<MissingFact['kind'], string>>
  readonly item: (place: string) => string
  readonly target: string
  readonly actual: string
  readonly completion: string
  readonly points: string
  readonly weight: string
  readonly clause: string
  readonly total: string
  readonly withheld: string
  readonly unit: string
  readonly colon: string
  readonly comma: string
  readonly brackets: (text: string) => string
}

/** The words of a working. Values are put in by `renderWorking`. */
export const stepTexts: Readonly<Record<Locale, Texts>> = {
  'zh-CN': {
    steps: {
      completion: '完成率',
      reverse: '目标与完成之比（逆向指标）',
      excess: '超出目标的百分点',
      difference: '与目标之差',
      lead: '快于序时进度的百分点',
      actual: '数值',
      counted: '计入',
      base: '基准分',
      steps: '步数',
      change: '加减分',
      reached: '达到门槛',
      'not-reached': '未达门槛',
      item: '得分',
      items: '各项合计',
      bounded: '封顶（保底）后',
      each: '每项',
      'taken-off': '扣分',
      worst: '组内最低',
      best: '组内最优',
      mean: '组内平均',
      median: '组内中位数',
      rank: '组内名次',
      'all-equal': '组内数值全部相等，按规定计',
      alone: '组内只有一个单位，按规定计',
      part: '小计',
      'no-task': '无此项任务，按规定计',
      'group-mean': '无此项任务，按组内平均得分计',
      'full-points': '折算前得分',
      factor: '折算系数（满分 ÷ 计入权重）',
    },
    statuses: {
      scored: '已计分',
      'no-task': '无此项任务',
      excluded: '不参加此项考核',
      pending: '指标待下达，暂不计分',
      undecided: '暂不能判定',
      relative: '须待全部单位数据，暂定',
    },
    missing: { target: '目标', actual: '完成数', item: '台账' },
    item: (place) => `第 ${place} 项`,
    target: '目标',
    actual: '完成',
    completion: '完成率',
    points: '分',
    weight: '权重',
    clause: '依据',
    total: '总分',
    withheld: '总分暂缺，尚有指标不能判定，目前合计',
    unit: '单位',
    colon: '：',
    comma: '，',
    brackets: (text) => `（${text}）`,
  },
  'en-US': {
    steps: {
      completion: 'completion',
      reverse: 'target over actual (lower is better)',
      excess: 'percentage points over target',
      difference: 'difference from target',
      lead: 'percentage points ahead of time',
      actual: 'figure',
      counted: 'counted',
      base: 'base points',
      steps: 'steps',
      change: 'added or taken off',
      reached: 'gate reached',
      'not-reached': 'gate not reached',
      item: 'points',
      items: 'all items',
      bounded: 'after cap and floor',
      each: 'for each',
      'taken-off': 'taken off',
      worst: 'lowest of the group',
      best: 'best of the group',
      mean: 'mean of the group',
      median: 'median of the group',
      rank: 'place in the group',
      'all-equal': 'all values of the group equal, counted as the rule says',
      alone: 'only unit of its group, counted as the rule says',
      part: 'subtotal',
      'no-task': 'no task, counted as the rule says',
      'group-mean': 'no task, counted as the mean of the group',
      'full-points': 'points before conversion',
      factor: 'conversion factor (full mark ÷ counted weights)',
    },
    statuses: {
      scored: 'scored',
      'no-task': 'no task',
      excluded: 'takes no part',
      pending: 'not handed down yet, not scored',
      undecided: 'cannot be judged yet',
      relative: 'provisional until all units have reported',
    },
    missing: { target: 'target', actual: 'figure', item: 'ledger' },
    item: (place) => `item ${place}`,
    target: 'target',
    actual: 'actual',
    completion: 'completion',
    points: 'points',
    weight: 'weight',
    clause: 'clause',
    total: 'total',
    withheld: 'total withheld: some indicators cannot be judged yet; so far',
    unit: 'unit',
    colon: ': ',
    comma: ', ',
    brackets: (text) => ` (${text})`,
  },
}
