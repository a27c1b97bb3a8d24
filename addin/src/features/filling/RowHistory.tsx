import { Select } from '@fluentui/react-components'
import type { Ledger } from '@kaohe/shared-rules'
import { useState } from 'react'
import { useTranslation } from '../../i18n/use-translation.ts'
import { columnTitle } from '../../ui/cell-name.ts'
import { UnfoldedHistory } from './CellHistory.tsx'
import { PastValues, type OnHistory } from './PastValues.tsx'

interface RowHistoryProps {
  readonly ledger: Ledger
  /** 项目编号, by which the service knows the row wherever it stands. */
  readonly number: string
  /** The column of the selected cell, where that is in this row. */
  readonly selected: string | null
  readonly nameOf: (unit: string) => string
  readonly onHistory: OnHistory
}

/** The past of a ledger row, one cell at a time: the selected one until a person picks another. */
export function RowHistory(props: RowHistoryProps) {
  return (
    <UnfoldedHistory>
      <OneCell {...props} />
    </UnfoldedHistory>
  )
}

function OneCell({ ledger, number, selected, nameOf, onHistory }: RowHistoryProps) {
  const { t } = useTranslation('filling')
  const [picked, setPicked] = useState<string | null>(null)
  const columns = ledger.columns.filter(({ role }) => role !== 'number')
  const amount = columns.find(({ type, role }) => type === 'amount' && role === 'input')
  const wanted = columns.find(({ id }) => id === (picked ?? selected)) ?? amount ?? columns[0]
  if (!wanted) return null
  return (
    <>
      <Select
        size="small"
        aria-label={t('history.column')}
        value={wanted.id}
        onChange={(_, { value }) => setPicked(value)}
      >
        {columns.map((column) => (
          <option key={column.id} value={column.id}>
            {columnTitle(column)}
          </option>
        ))}
      </Select>
      <PastValues cell={`${ledger.id}/${number}/${wanted.id}`} nameOf={nameOf} onHistory={onHistory} />
    </>
  )
}
