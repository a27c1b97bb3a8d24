import { makeStyles, mergeClasses, MessageBar, MessageBarBody, Spinner, tokens } from '@fluentui/react-components'
import { Fragment, useMemo, useState, useSyncExternalStore, type KeyboardEvent, type ReactNode } from 'react'
import { useTranslation } from '../i18n/use-translation.ts'
import type { Api } from '../api/client.ts'
import type { Keep } from '../api/keep.ts'
import { apiErrorText } from '../ui/error-text.ts'
import { memoryBook } from '../workbook/memory-book.ts'
import type { ReportSheets } from '../workbook/report-sheets.ts'
import { memoryReportSheets } from '../workbook/memory-report-sheets.ts'
import { memoryWorkbook } from '../workbook/memory-workbook.ts'
import type { Workbook } from '../workbook/workbook.ts'
import { OpenBook } from './OpenBook.tsx'
import { nextRegion } from './regions.ts'
import { SignedOut } from './SignedOut.tsx'
import { Splitter } from './Splitter.tsx'
import { Stopped } from './Stopped.tsx'
import { useDemoTime } from './use-demo-time.ts'
import { useFiles } from './use-files.ts'
import { useWorkbench } from './use-workbench.ts'
import type { WatchedSessions } from './watched-sessions.ts'
import { WorkbenchBar } from './WorkbenchBar.tsx'

const useStyles = makeStyles({
  page: { display: 'flex', flexDirection: 'column', height: '100vh', overflow: 'hidden' },
  desk: { display: 'flex', flexGrow: 1, minHeight: 0, position: 'relative' },
  main: { display: 'flex', flexGrow: 1, minWidth: 0 },
  sheet: { display: 'flex', flexDirection: 'column', flexGrow: 1, minWidth: 0 },
  centre: { justifyContent: 'center', alignItems: 'center' },
  pane: {
    flexShrink: 0,
    overflow: 'auto',
    backgroundColor: tokens.colorNeutralBackground1,
    '@media (max-width: 720px)': { position: 'absolute', inset: 0, zIndex: 10, width: '100% !important' },
  },
  hidden: { display: 'none' },
})

export interface PanePorts {
  readonly workbook: Workbook
  readonly reportSheets: ReportSheets
}

export interface WorkbenchProps {
  readonly api: Api
  readonly fetchFn: typeof fetch
  readonly keep: Keep
  readonly sessions: WatchedSessions
  /** The pane beside the grid: the very App that Excel shows. */
  readonly pane: (ports: PanePorts) => ReactNode
}

/** A page to fill forms without Excel: the grid, and the same pane beside it. */
export function Workbench({ api, fetchFn, keep, sessions, pane }: WorkbenchProps) {
  const styles = useStyles()
  const { t } = useTranslation('workbench')
  const session = useSyncExternalStore(sessions.subscribe, sessions.current)
  const [readMe] = useState(() => (token: string) => api.signedIn(token).me())
  const { state, api: forms, pick } = useWorkbench({ session, keep, fetchFn, readMe })
  const [paneShown, setPaneShown] = useState(true)
  const [paneWidth, setPaneWidth] = useState(400)
  const demoTime = useDemoTime(state.step === 'open' ? state.me.clock : undefined)
  const [nothing] = useState(() => memoryBook({ fileName: '', sheets: [], names: {} }))
  const opened = state.step === 'open' ? state.opened : undefined
  const book = opened?.book ?? nothing
  const files = useFiles(forms, opened)
  const ports = useMemo(() => ({ workbook: memoryWorkbook(book), reportSheets: memoryReportSheets(book) }), [book])

  function onKeyDown(event: KeyboardEvent) {
    if (event.key === 'F6' && nextRegion(event.shiftKey)) event.preventDefault()
  }

  return (
    <div className={styles.page} onKeyDown={onKeyDown}>
      <div data-region>
        <WorkbenchBar
          api={forms}
          forms={state.step === 'open' ? state.forms : []}
          unit={state.step === 'open' ? state.me.account.unit?.id : undefined}
          opened={opened}
          keep={keep}
          // The pane shows it, too; once is enough.
          demoTime={paneShown ? null : demoTime}
          paneShown={paneShown}
          onForm={(form) => void pick(form)}
          files={files}
          onPane={() => setPaneShown(!paneShown)}
        />
      </div>
      {files.failed && (
        <MessageBar intent="error">
          <MessageBarBody>{t('workbench.downloadFailed', { why: apiErrorText(files.failed, t) })}</MessageBarBody>
        </MessageBar>
      )}
      <div className={styles.desk}>
        <main className={styles.main} data-region aria-label={t('workbench.sheetArea')}>
          <div className={mergeClasses(styles.sheet, state.step !== 'open' && styles.centre)}>
            {state.step === 'open' && <OpenBook key={state.opened.key} opened={state.opened} />}
            {state.step === 'opening' && <Spinner label={t('workbench.opening')} />}
            {state.step === 'signed-out' && <SignedOut />}
            {state.step === 'stopped' && <Stopped error={state.error} onRetry={() => void pick(null)} />}
          </div>
          {paneShown && <Splitter width={paneWidth} onWidth={setPaneWidth} />}
        </main>
        <aside
          className={mergeClasses(styles.pane, !paneShown && styles.hidden)}
          style={{ width: paneWidth }}
          data-region
          aria-label={t('workbench.pane')}
        >
          <Fragment key={opened?.key}>{pane(ports)}</Fragment>
        </aside>
      </div>
    </div>
  )
}
