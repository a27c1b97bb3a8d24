import type { Origin } from '../facts.ts'
import type { ConventionName } from './conventions.ts'
import type { Locale } from './step-texts.ts'

interface Texts {
  readonly conventions: Readonly<Record<ConventionName, string>>
  /** The pack's words; what is not listed is a figure and shown as it is. */
  readonly values: Readonly<Record<string, string>>
  readonly sides: Readonly<Record<'above' | 'below', string>>
  readonly origins: Readonly<Record<Origin['status'], string>>
  readonly heading: string
  readonly inputs: string
  readonly unbounded: string
  readonly places: (count: string) => string
  readonly rows: (places: string) => string
  readonly points: (text: string) => string
  readonly share: (text: string) => string
  readonly semicolon: string
}

/** The words for inputs and conventions. Values are put in by `renderInputs` and `renderConventions`. */
export const conventionTexts: Readonly<Record<Locale, Texts>> = {
  'zh-CN': {
    conventions: {
      cap: '封顶',
      floor: '保底',
      most: '最多',
      partSteps: '不足一步',
      outside: '区间外',
      combine: '合成',
      partWithoutTask: '分项无任务',
      takes: '分档',
      best: '优者',
      ties: '并列',
      missing: '他单位缺数',
      allEqual: '全组相等',
      alone: '组内仅一家',
      fromZero: '基数为零',
      byZero: '除数为零',
      noTask: '无任务',
      rounding: '取整',
      total: '总分',
    },
    values: {
      drop: '舍去',
      'count-whole': '按一步计',
      'pro-rata': '按比例计',
      hold: '取端点',
      extend: '顺延',
      nothing: '计 0 分',
      sum: '求和',
      mean: '取平均',
      best: '取最优',
      worst: '取最差',
      'leave-out': '剔除并折算',
      highest: '只取最高档',
      every: '逐档累计',
      high: '数值高者',
      low: '数值低者',
      competition: '并列后跳位',
      dense: '并列后不跳位',
      ordered: '按给定顺序',
      shared: '取并列末位',
      withhold: '暂不判定',
      undecided: '暂不判定',
      'no-task': '视为无任务',
      'full-weight': '计满分',
      'group-mean': '按组内平均',
      'not-participating': '不参加排名',
      'bonus-only': '只加分',
      up: '四舍五入',
      'to-even': '四舍六入五成双',
      down: '截去',
      'sum-of-shown-parts': '所示各项之和',
      'exact-total': '精确合计后取整',
      'largest-remainder': '最大余数法',
    },
    sides: { above: '超出目标', below: '低于目标' },
    origins: { reported: '申报', verified: '核定', carried: '沿用', issued: '下达' },
    heading: '口径',
    inputs: '取数',
    unbounded: '不设',
    places: (count) => `${count} 位小数`,
    rows: (places) => `计入第 ${places} 行`,
    points: (text) => `${text} 分`,
    share: (text) => `权重的 ${text}`,
    semicolon: '；',
  },
  'en-US': {
    conventions: {
      cap: 'cap',
      floor: 'floor',
      most: 'at most',
      partSteps: 'a step begun',
      outside: 'outside the anchors',
      combine: 'combined by',
      partWithoutTask: 'part without a task',
      takes: 'tiers',
      best: 'best is',
      ties: 'ties',
      missing: "others' missing figures",
      allEqual: 'all equal',
      alone: 'alone in the group',
      fromZero: 'growth from zero',
      byZero: 'divided by zero',
      noTask: 'no task',
      rounding: 'rounding',
      total: 'total',
    },
    values: {
      drop: 'dropped',
      'count-whole': 'counted whole',
      'pro-rata': 'in proportion',
      hold: 'as at the end',
      extend: 'line drawn on',
      nothing: '0 points',
      best: 'the best',
      worst: 'the worst',
      'leave-out': 'left out, made up for',
      highest: 'highest only',
      every: 'each one reached',
      withhold: 'withheld',
      'no-task': 'as no task',
      'full-weight': 'full weight',
      'group-mean': 'mean of the group',
      'not-participating': 'not ranked',
      'bonus-only': 'bonus only',
      up: 'halves up',
      'to-even': 'halves to even',
      down: 'cut off',
      'sum-of-shown-parts': 'sum of the points shown',
      'exact-total': 'rounded once',
      'largest-remainder': 'largest remainder',
    },
    sides: { above: 'above target', below: 'below target' },
    origins: { reported: 'reported', verified: 'verified', carried: 'carried', issued: 'issued' },
    heading: 'by the pack',
    inputs: 'from',
    unbounded: 'none',
    places: (count) => `${count} decimals`,
    rows: (places) => `rows counted ${places}`,
    points: (text) => `${text} points`,
    share: (text) => `${text} of the weight`,
    semicolon: '; ',
  },
}
