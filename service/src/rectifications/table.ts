import type { Pack, Unit } from '@kaohe/shared-rules'
import { z } from 'zod'
import { figure, text, type Table } from '../workbooks/table.ts'
import type { Rectification } from './store.ts'

/** 待报 · 已报 · 逾期未报 · 逾期补报, by the day of filing and today in China. */
export const filingStateSchema = z.enum(['due', 'filed', 'overdue', 'filed-late'])
export type FilingState = z.infer<typeof filingStateSchema>

export const filingStates: Readonly<Record<FilingState, string>> = {
  due: '待报',
  filed: '已报',
  overdue: '逾期未报',
  'filed-late': '逾期补报',
}

export function filingState({ fileBy }: Rectification, filedOn: string | null, today: string): FilingState {
  if (filedOn === null) return today <= fileBy ? 'due' : 'overdue'
  return filedOn <= fileBy ? 'filed' : 'filed-late'
}

type Listed = Rectification & { readonly state: FilingState }

/** 整改情况 as a table for people without the add-in. */
export function rectificationTable(pack: Pack, units: readonly Unit[], listed: readonly Listed[]): Table {
  const head = ['编号', '单位', '指标', '计量单位', '任务数', '应完成', '完成数', '缺口', '报送截止', '状态']
  return {
    name: '整改情况',
    title: '未完成任务整改情况',
    notes: [pack.notice],
    head: [...head, '原因', '整改措施', '完成时限', '表态', '责任人'],
    rows: listed.map((one) => {
      const about = pack.indicators.find(({ id }) => id === one.indicator)
      const unit = units.find(({ id }) => id === one.unit)?.name ?? one.unit
      const { cause = '', measures = '', completeBy = '', statement = '', signatory = '' } = one.filing ?? {}
      return [
        ...[one.number, unit, about?.title ?? one.indicator, about?.unit ?? ''].map(text),
        ...[one.target, one.due, one.actual, one.gap].map(figure),
        ...[one.fileBy, filingStates[one.state], cause, measures, completeBy, statement, signatory].map(text),
      ]
    }),
  }
}
