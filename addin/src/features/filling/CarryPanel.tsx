import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  tokens,
} from '@fluentui/react-components'
import { useMemo, useState } from 'react'
import { useTranslation } from '../../i18n/use-translation.ts'
import { workbookErrorText } from '../../ui/error-text.ts'
import type { Workbook, WorkbookError } from '../../workbook/workbook.ts'
import { carriedCells } from './carrying.ts'
import { CellDiff } from './CellDiff.tsx'
import { correctionBlocks } from './corrections.ts'
import type { Filled } from './filling.ts'
import type { Carried } from './use-carried.ts'

const FIRST = 8

const useStyles = makeStyles({
  root: { flexShrink: 0 },
  list: {
    margin: `${tokens.spacingVerticalXS} 0`,
    padding: 0,
    listStyleType: 'none',
    maxHeight: '40vh',
    overflowY: 'auto',
  },
})

export interface CarryPanelProps {
  readonly workbook: Workbook
  readonly filled: Filled
  readonly carried: Carried
  /** The figures are in the sheet, or the person wants none of them. */
  readonly onDone: () => void
}

/** Figures of an outdated workbook, offered beside the new one: each cell before and after, written at one press. */
export function CarryPanel({ workbook, filled, carried, onDone }: CarryPanelProps) {
  const styles = useStyles()
  const { t } = useTranslation()
  const [all, setAll] = useState(false)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<WorkbookError | null>(null)
  const cells = useMemo(() => carriedCells(carried.record, filled), [carried, filled])
  const shown = all ? cells : cells.slice(0, FIRST)

  async function write() {
    setBusy(true)
    setError(null)
    for (const { place, values } of correctionBlocks(cells)) {
      const written = await workbook.write(place, values)
      if (!written.ok) {
        setError(written.error)
        setBusy(false)
        return
      }
    }
    onDone()
  }

  return (
    <MessageBar className={styles.root} intent={error ? 'error' : 'info'} layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>{t('carry.title', { file: carried.fileName, count: cells.length })}</MessageBarTitle>
        {error ? t('receipt.writeFailed', { why: workbookErrorText(error, t) }) : t('carry.hint')}
        <ul className={styles.list} aria-label={t('carry.list')}>
          {shown.map((cell) => (
            <CellDiff key={`${cell.place.sheet}!${cell.place.address}`} cell={cell} />
          ))}
        </ul>
        {cells.length > shown.length && (
          <Button size="small" appearance="subtle" onClick={() => setAll(true)}>
            {t('filling.more', { count: cells.length - shown.length })}
          </Button>
        )}
      </MessageBarBody>
      <MessageBarActions>
        {cells.length > 0 && (
          <Button size="small" appearance="primary" disabled={busy} onClick={() => void write()}>
            {busy ? t('correction.writing') : t('carry.write', { count: cells.length })}
          </Button>
        )}
        <Button size="small" disabled={busy} onClick={onDone}>
          {t(cells.length > 0 ? 'carry.leave' : 'app.close')}
        </Button>
      </MessageBarActions>
    </MessageBar>
  )
}
