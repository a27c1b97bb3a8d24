import { makeStyles, MessageBar, MessageBarBody, MessageBarTitle, tokens } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { OpenedDesk } from './features/desk/desk.ts'
import type { Pause } from './features/filling/use-sheet.ts'
import { workbookErrorText } from './ui/error-text.ts'
import { momentText } from './ui/moment.ts'
import type { WorkbookError } from './workbook/workbook.ts'

const useStyles = makeStyles({
  root: {
    flexShrink: 0,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS} 0`,
    ':empty': { display: 'none' },
  },
})

interface ClerkNoticesProps {
  readonly desk: OpenedDesk
  readonly pause: Pause
  readonly revealError: WorkbookError | null
  readonly children: ReactNode
}

/** What stands between the header and the sheet: no network, a cell being edited, and what submitting has to say. */
export function ClerkNotices({ desk, pause, revealError, children }: ClerkNoticesProps) {
  const styles = useStyles()
  const { t } = useTranslation()
  return (
    <div className={styles.root}>
      {desk.from === 'keep' && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>
            <MessageBarTitle>
              {t('desk.kept', { time: momentText(new Date(desk.fetchedAt).toISOString()) })}
            </MessageBarTitle>
            {t('desk.keptHint')}
          </MessageBarBody>
        </MessageBar>
      )}
      {children}
      {pause && (
        <MessageBar>
          <MessageBarBody>{t(pause === 'busy' ? 'workbook.busy' : 'workbook.editing')}</MessageBarBody>
        </MessageBar>
      )}
      {revealError && (
        <MessageBar intent="warning">
          <MessageBarBody>{workbookErrorText(revealError, t)}</MessageBarBody>
        </MessageBar>
      )}
    </div>
  )
}
