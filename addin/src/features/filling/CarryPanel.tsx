import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  tokens,
} from '@fluentui/react-components'
import { useMemo, useRef, useState } from 'react'
import type { TranslateOf } from '../../i18n/translate.ts'
import { useTranslation } from '../../i18n/use-translation.ts'
import { workbookErrorText } from '../../ui/error-text.ts'
import type { Workbook } from '../../workbook/workbook.ts'
import { writeBlocks, type WriteEnd, type WriteProgress } from '../../workbook/write-blocks.ts'
import { carriedCells } from './carrying.ts'
import { CellDiff } from './CellDiff.tsx'
import { correctionBlocks } from './write-corrections.ts'
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
  /** Some of them are in the sheet, and the person stopped or the workbook refused. */
  readonly onPartly: () => void
}

/** Figures of an outdated workbook, offered beside the new one: each cell before and after, written at one press. */
export function CarryPanel({ workbook, filled, carried, onDone, onPartly }: CarryPanelProps) {
  const styles = useStyles()
  const { t } = useTranslation('filling')
  const [all, setAll] = useState(false)
  const [progress, setProgress] = useState<WriteProgress | null>(null)
  const [end, setEnd] = useState<WriteEnd | null>(null)
  const cancelling = useRef(new AbortController())
  const cells = useMemo(() => carriedCells(carried.record, filled), [carried, filled])
  const shown = all ? cells : cells.slice(0, FIRST)

  async function write() {
    cancelling.current = new AbortController()
    setEnd(null)
    const written = await writeBlocks(workbook, correctionBlocks(cells), {
      signal: cancelling.current.signal,
      onProgress: setProgress,
    })
    setProgress(null)
    if (written.step === 'done') return onDone()
    setEnd(written)
    if (written.written > 0) onPartly()
  }

  return (
    <MessageBar className={styles.root} intent={end?.step === 'refused' ? 'error' : 'info'} layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>{t('carry.title', { file: carried.fileName, count: cells.length })}</MessageBarTitle>
        <span role="status">{saying(end, t)}</span>
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
          <Button size="small" appearance="primary" disabled={progress !== null} onClick={() => void write()}>
            {progress ? t('correction.progress', { ...progress }) : t('carry.write', { count: cells.length })}
          </Button>
        )}
        {progress ? (
          <Button size="small" onClick={() => cancelling.current.abort()}>
            {t('app.stop')}
          </Button>
        ) : (
          <Button size="small" onClick={onDone}>
            {t(cells.length > 0 ? 'carry.leave' : 'app.close')}
          </Button>
        )}
      </MessageBarActions>
    </MessageBar>
  )
}

function saying(end: WriteEnd | null, t: TranslateOf<'filling'>): string {
  if (end?.step === 'refused') return t('correction.stopped', { why: workbookErrorText(end.error, t) })
  return end?.step === 'cancelled' ? t('carry.stopped', { written: end.written }) : t('carry.hint')
}
