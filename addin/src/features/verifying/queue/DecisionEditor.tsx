import { Checkbox, Field, Input, makeStyles, Select, Textarea, tokens } from '@fluentui/react-components'
import type { Adjustment, Column } from '@kaohe/shared-rules'
import { useTranslation } from '../../../i18n/use-translation.ts'
import { columnTitle } from '../../../ui/cell-name.ts'
import { fitsColumn, type Draft } from '../drafts.ts'
import { adjustable, type Line } from '../items.ts'

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS },
})

interface DecisionEditorProps {
  readonly line: Line
  readonly draft: Draft
  readonly onDraft: (draft: Draft) => void
}

/** What takes the place of the reported, and why. */
export function DecisionEditor({ line, draft, onDraft }: DecisionEditorProps) {
  const styles = useStyles()
  const { t } = useTranslation('verifying')
  return (
    <div className={styles.root}>
      {draft.verdict === 'adjust' && (
        <Adjust
          line={line}
          adjustment={draft.adjustment}
          onAdjust={(adjustment) => onDraft({ ...draft, adjustment })}
        />
      )}
      <Field label={t('edit.reason')} required size="small">
        <Textarea
          size="small"
          value={draft.reason}
          placeholder={t('edit.reasonPlaceholder')}
          maxLength={500}
          onChange={(_, { value }) => onDraft({ ...draft, reason: value })}
        />
      </Field>
    </div>
  )
}

interface AdjustProps {
  readonly line: Line
  readonly adjustment: Adjustment | null
  readonly onAdjust: (adjustment: Adjustment | null) => void
}

function Adjust({ line, adjustment, onAdjust }: AdjustProps) {
  const { t } = useTranslation('verifying')
  const { amount, ledger, reported } = line
  if (!ledger) {
    const value = adjustment && 'value' in adjustment ? adjustment.value : ''
    return (
      <Field label={t('edit.value')} required size="small">
        <Input
          size="small"
          inputMode="decimal"
          value={value}
          placeholder={reported ?? ''}
          contentAfter={amount?.unit ?? ''}
          onChange={(_, data) => onAdjust({ value: data.value })}
        />
      </Field>
    )
  }
  const struck = adjustment !== null && 'struck' in adjustment
  const cells = adjustment && 'cells' in adjustment ? adjustment.cells : {}
  const columns = adjustable(line)
  const shown = columns.filter((column) => column === amount || cells[column.id] !== undefined)
  const put = (column: Column, text: string) => onAdjust({ cells: { ...cells, [column.id]: text } })
  return (
    <>
      <Checkbox
        label={t('edit.struck')}
        checked={struck}
        onChange={(_, { checked }) => onAdjust(checked === true ? { struck: true } : null)}
      />
      {!struck &&
        shown.map((column) => (
          <CellField
            key={column.id}
            column={column}
            reported={line.item.cells?.[column.id] ?? ''}
            value={cells[column.id] ?? ''}
            onPut={(text) => (text === '' ? onAdjust(withoutCell(cells, column.id)) : put(column, text))}
          />
        ))}
      {!struck && (
        <Select
          size="small"
          aria-label={t('edit.other')}
          value=""
          onChange={(_, { value }) => {
            const column = columns.find(({ id }) => id === value)
            if (column) put(column, line.item.cells?.[column.id] ?? '')
          }}
        >
          <option value="">{t('edit.other')}</option>
          {columns
            .filter((column) => !shown.includes(column))
            .map((column) => (
              <option key={column.id} value={column.id}>
                {columnTitle(column)}
              </option>
            ))}
        </Select>
      )}
    </>
  )
}

function withoutCell(cells: Readonly<Record<string, string>>, id: string): Adjustment | null {
  const { [id]: _gone, ...rest } = cells
  return Object.keys(rest).length === 0 ? null : { cells: rest }
}

interface CellFieldProps {
  readonly column: Column
  readonly reported: string
  readonly value: string
  readonly onPut: (text: string) => void
}

function CellField({ column, reported, value, onPut }: CellFieldProps) {
  const { t } = useTranslation('verifying')
  const wrong = value !== '' && !fitsColumn(column, value)
  return (
    <Field
      label={columnTitle(column)}
      size="small"
      validationState={wrong ? 'error' : 'none'}
      validationMessage={wrong ? t('fault.not-a-figure') : null}
    >
      {column.type === 'choice' ? (
        <Select size="small" value={value} onChange={(_, data) => onPut(data.value)}>
          <option value="">{reported}</option>
          {(column.choices ?? []).map((choice) => (
            <option key={choice}>{choice}</option>
          ))}
        </Select>
      ) : (
        <Input
          size="small"
          value={value}
          placeholder={reported}
          contentAfter={column.unit ?? ''}
          onChange={(_, data) => onPut(data.value)}
        />
      )}
    </Field>
  )
}
