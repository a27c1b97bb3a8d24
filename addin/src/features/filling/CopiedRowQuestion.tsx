import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { Copy16Regular } from '@fluentui/react-icons/svg/copy'
import { useState } from 'react'
import { useTranslation } from '../../i18n/use-translation.ts'
import { workbookErrorText } from '../../ui/error-text.ts'
import type { WorkbookError, WorkbookResult } from '../../workbook/workbook.ts'
import type { CopiedRow } from './copied-rows.ts'

const useStyles = makeStyles({
  root: {
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorStatusWarningBackground1,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
    '@media (forced-colors: active)': { border: '1px solid CanvasText' },
  },
  question: { display: 'flex', gap: '4px', alignItems: 'flex-start' },
  icon: { flexShrink: 0, marginTop: '2px' },
  answers: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalXS, marginTop: tokens.spacingVerticalXXS },
})

interface CopiedRowQuestionProps {
  readonly copied: CopiedRow
  /** Empties the number's cell, so that the row gets one of its own. */
  readonly onNew: (copied: CopiedRow) => Promise<WorkbookResult<void>>
  /** Leads to the row, to be deleted there. */
  readonly onSame: () => void
}

/** 新项目还是重复？ A row that bears another's number is one or the other, and only the person knows. */
export function CopiedRowQuestion({ copied, onNew, onSame }: CopiedRowQuestionProps) {
  const styles = useStyles()
  const { t } = useTranslation('filling')
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<WorkbookError | null>(null)

  async function renew() {
    setBusy(true)
    const done = await onNew(copied)
    setError(done.ok ? null : done.error)
    setBusy(false)
  }

  return (
    <div className={styles.root} role="group" aria-label={t('copied.label')}>
      <div className={styles.question}>
        <Copy16Regular className={styles.icon} aria-hidden />
        <span>
          {error
            ? t('correction.stopped', { why: workbookErrorText(error, t) })
            : t('copied.question', { number: copied.number, row: copied.from + 1 })}
        </span>
      </div>
      <div className={styles.answers}>
        <Button size="small" disabled={busy || !copied.place} onClick={() => void renew()}>
          {t('copied.new')}
        </Button>
        <Button size="small" appearance="subtle" onClick={onSame}>
          {t('copied.same')}
        </Button>
      </div>
    </div>
  )
}
