import type { Form } from '../forms/form.ts'
import { pathText, type Fault } from './fault.ts'

/** A library names columns of its own ledger and words that its stage column offers; a pack has one library at most. */
export function libraryFaults(forms: readonly (readonly [Form, number])[]): readonly Fault[] {
  const places = forms.flatMap(([form, at]) =>
    form.ledgers.flatMap(({ columns, library }, ledger) =>
      library ? [{ columns, library, path: ['forms', at, 'ledgers', ledger, 'library'] as const }] : [],
    ),
  )
  return places.flatMap(({ columns, library, path }, index): readonly Fault[] => {
    const missing = Object.entries(library.columns).flatMap(([what, id]) =>
      columns.some((column) => column.id === id)
        ? []
        : [{ path: pathText([...path, 'columns', what]), message: `台账中没有“${id}”这一栏：请改正` }],
    )
    const offered = columns.find(({ id }) => id === library.columns.stage)?.choices ?? []
    const strange = Object.entries(library.stages).flatMap(([stage, word]) =>
      offered.includes(word)
        ? []
        : [{ path: pathText([...path, 'stages', stage]), message: `阶段栏不含“${word}”：请改正` }],
    )
    const second = index === 0 ? [] : [{ path: pathText(path), message: '项目库只能有一个：请删去这一处' }]
    return [...missing, ...strange, ...second]
  })
}
