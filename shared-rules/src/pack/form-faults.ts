import type { Form } from '../forms/form.ts'
import { isCountable } from '../forms/layout/ledger-formula.ts'
import { pathText, type Fault } from './fault.ts'
import type { Indicator } from './indicator.ts'
import type { Path } from './measure-faults.ts'

/** A column that shows what an indicator counts must name one that is counted in a ledger of the same form, and say nothing else. */
export function formFaults(form: Form, path: Path, indicators: readonly Indicator[] | null): readonly Fault[] {
  return form.matrix.columns.flatMap(({ role, indicator: id, formula }, at): readonly Fault[] => {
    if (id === undefined) return []
    const place = pathText([...path, 'matrix', 'columns', at, 'indicator'])
    if (role !== 'derived') return [{ path: place, message: '只有 role 为 "derived" 的栏目才能写 indicator：请删去' }]
    if (formula !== undefined) return [{ path: place, message: 'indicator 与 formula 只能写一个：请删去其一' }]
    if (indicators === null) return []
    const figure = indicators.find((indicator) => indicator.id === id)?.actual
    if (figure === undefined) return [{ path: place, message: `没有标识为 "${id}" 的指标：请改正，或先补上它` }]
    const counted = isCountable(figure) && form.ledgers.some((ledger) => ledger.id === figure.ledger)
    return counted
      ? []
      : [{ path: place, message: `指标 "${id}" 不是从本表台账计数或求和得出，表中写不出公式：请删去` }]
  })
}
