import { makeStyles, MessageBar, MessageBarBody, MessageBarTitle, tokens } from '@fluentui/react-components'
import type { CellAddress, Form } from '@kaohe/shared-rules'
import type { ReactNode } from 'react'
import { useTranslation } from './i18n/use-translation.ts'
import type { OpenedDesk } from './features/desk/desk.ts'
import { ReturnedNote } from './features/filling/later.ts'
import type { Return } from './features/filling/returns.ts'
import type { Pause } from './features/filling/use-sheet.ts'
import { workbookErrorText } from './ui/error-text.ts'
import { momentText } from './ui/moment.ts'
import type { WorkbookError, WorkbookFacts } from './workbook/workbook.ts'

const useStyles = makeStyles({
  root: {
    flexShrink: 0,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS} 0`,
    ':empty': { display: 'none' },
    maxHeight: '50%',
    overflowY: 'auto',
  },
})

interface ClerkNoticesProps {
  readonly desk: OpenedDesk
  readonly facts: WorkbookFacts
  /** A form that was asked for and is not in this workbook. */
  readonly elsewhere: Form | null
  readonly returns: readonly Return[]
  readonly nameOf: (unit: string) => string
  readonly pause: Pause
  readonly revealError: WorkbookError | null
  readonly onReveal: (place: CellAddress) => void
  readonly children: ReactNode
}

/** What stands between the header and the sheet: what came back, no network, a cell being edited, an old file format, and what submitting has to say. */
export function ClerkNotices(props: ClerkNoticesProps) {
  const { desk, facts, elsewhere, returns, nameOf, pause, revealError, onReveal, children } = props
  const styles = useStyles()
  const { t } = useTranslation()
  return (
    <div className={styles.root}>
      {desk.from === 'keep' && (
        <Notice
          warning
          title={t('desk.kept', { time: momentText(new Date(desk.fetchedAt).toISOString()) })}
          text={t('desk.keptHint', { version: desk.pack.version })}
        />
      )}
      {children}
      {returns.length > 0 && (
        <section aria-label={t('returned.title', { count: returns.length })}>
          {returns.map((one) => (
            <ReturnedNote key={`${one.bureau} ${one.item}`} one={one} nameOf={nameOf} onReveal={onReveal} />
          ))}
        </section>
      )}
      {facts.compatibilityMode && <Notice warning title={t('book.xls')} text={t('book.xlsHint')} />}
      {elsewhere && <Notice text={t('forms.elsewhere', { form: elsewhere.matrix.sheet, file: elsewhere.fileName })} />}
      {pause && <Notice text={t(pause === 'busy' ? 'workbook.busy' : 'workbook.editing')} />}
      {revealError && <Notice warning text={workbookErrorText(revealError, t)} />}
    </div>
  )
}

interface NoticeProps {
  readonly title?: string
  readonly text: string
  readonly warning?: boolean
}

function Notice({ title, text, warning = false }: NoticeProps) {
  return (
    <MessageBar intent={warning ? 'warning' : 'info'} layout={title === undefined ? 'auto' : 'multiline'}>
      <MessageBarBody>
        {title !== undefined && <MessageBarTitle>{title}</MessageBarTitle>}
        {text}
      </MessageBarBody>
    </MessageBar>
  )
}
