import type { Column } from '../form.ts'
import type { GridValidation } from '../grid.ts'

/** Excel's own validation for the open cells of a column; none for free text. */
export function validationOf(column: Column, area: string): GridValidation[] {
  const title = column.head.at(-1) ?? ''
  if (column.choices) {
    const list = column.choices.join('、')
    return [{ area, kind: 'choice', choices: column.choices, message: `“${title}”一般从下列各项中选：${list}。` }]
  }
  switch (column.type) {
    case 'amount':
      return [{ area, kind: 'amount', message: `“${title}”填以${column.unit ?? ''}为单位的数字，不带文字和单位。` }]
    case 'count':
      return [{ area, kind: 'count', message: `“${title}”填整数，不带文字和单位。` }]
    case 'percent':
      return [{ area, kind: 'percent', message: `“${title}”填 0 到 100 的数字，60 表示 60%。` }]
    case 'date':
      return [{ area, kind: 'date', message: `“${title}”填日期，如 2019-05-01。` }]
    case 'text':
    case 'choice':
      return []
  }
}
