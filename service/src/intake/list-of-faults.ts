import type { Form, Unit, Verdict } from '@kaohe/shared-rules'
import { text, type Table } from '../workbooks/table.ts'
import type { Outcome } from './outcome.ts'
import type { BatchView } from './view.ts'

export const severities: Readonly<Record<Verdict['severity'], string>> = {
  red: '须改正',
  amber: '须说明',
  advice: '提示',
}

/** What stands against the files of a batch, line by line, to be sent back to whoever filled them in. */
export function listOfFaults(
  { entries, receivedAt }: BatchView,
  forms: readonly Form[],
  units: readonly Unit[],
): Table {
  const nameOf = (id: string) => units.find((unit) => unit.id === id)?.name ?? ''
  const titleOf = (id: string) => forms.find((form) => form.id === id)?.annex ?? ''
  const rows = entries.flatMap(({ file, outcome }) => {
    const unit = 'unit' in outcome ? nameOf(outcome.unit) : ''
    const form = 'form' in outcome ? titleOf(outcome.form) : ''
    return faultsOf(outcome, nameOf).map((fault) => [file.name, unit, form, ...fault].map((each) => text(each)))
  })
  return {
    name: '来件问题清单',
    title: '来件问题清单',
    notes: [`导入时间：${receivedAt}`],
    head: ['文件', '单位', '表', '工作表', '单元格', '级别', '问题'],
    rows,
  }
}

type Fault = readonly [sheet: string, cell: string, severity: string, message: string]

/** What stands against one file. */
export function faultsOf(outcome: Outcome, nameOf: (unit: string) => string): readonly Fault[] {
  const whole = (message: string): readonly Fault[] => [['', '', severities.red, message]]
  switch (outcome.kind) {
    case 'accepted':
      return []
    case 'unreadable':
      return whole(outcome.title)
    case 'unrecognised':
      return outcome.tried.flatMap(({ title, missing }) =>
        missing.map(({ head, looked }): Fault => [
          '',
          '',
          severities.red,
          `未识别为《${title}》：在${looked}中找不到表头“${head.join('／')}”`,
        ]),
      )
    case 'unit-unclear':
      return whole(
        `不能确定是哪个单位的表${outcome.candidates.length > 0 ? `：${outcome.candidates.map(nameOf).join('、')}` : ''}`,
      )
    case 'other-unit':
      return whole('这是其他单位的表')
    case 'no-row':
      return whole(outcome.rows.length === 0 ? '表中没有本单位的一行' : '表中有几行是本单位的')
    case 'not-reportable':
      return whole(`内容超出一次报送的范围：${outcome.path}`)
    case 'checked':
      return [
        ...(outcome.problem ? whole(outcome.problem.title) : []),
        ...outcome.verdicts.map(({ paths: [path], severity, message = '' }): Fault => {
          const cell = outcome.cells.find((each) => each.path === path)
          return [cell?.sheet ?? '', cell?.address ?? '', severities[severity], message]
        }),
        ...outcome.foreign.map(({ sheet, address }): Fault => [sheet, address, '不会提交', '这一行是其他单位的']),
      ]
  }
}
