import { makeStyles, Select, Tab, TabList, tokens } from '@fluentui/react-components'
import type { Pack, Unit } from '@kaohe/shared-rules'
import { useMemo, useState } from 'react'
import { useTranslation } from '../../i18n/use-translation.ts'
import type { SignedInApi, SubmissionWindow } from '../../api/client.ts'
import type { Keep } from '../../api/keep.ts'
import { verificationApi } from '../../api/verification.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { LoadedView } from '../../ui/LoadedView.tsx'
import type { ReportSheets } from '../../workbook/report-sheets.ts'
import type { Workbook } from '../../workbook/workbook.ts'
import { everything, type Choice } from './choices.ts'
import { Disputes } from './disputes/Disputes.tsx'
import { QueuePanel } from './queue/QueuePanel.tsx'
import { SheetPanel } from './sheet/SheetPanel.tsx'
import type { TypedSupplies } from './supplies/supplies.ts'
import { SupplyPanel } from './supplies/SupplyPanel.tsx'
import { useVerifying } from './use-verifying.ts'

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    flexGrow: 1,
    minHeight: 0,
    width: '100%',
    maxWidth: '960px',
    margin: '0 auto',
  },
  top: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    columnGap: tokens.spacingHorizontalM,
    padding: `0 ${tokens.spacingHorizontalS}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  page: { flexGrow: 1, minHeight: 0, display: 'flex', flexDirection: 'column', overflow: 'hidden' },
})

/** The workbook beside the desk; a page in a browser has none. */
export interface DeskWorkbook {
  readonly workbook: Workbook
  readonly reportSheets: ReportSheets
}

export interface VerifierDeskProps {
  readonly api: SignedInApi
  readonly keep: Keep
  readonly pack: Pack
  readonly units: readonly Unit[]
  readonly campaign: string
  readonly windows: readonly SubmissionWindow[]
  readonly current: string | null
  readonly account: { readonly username: string; readonly name: string }
  readonly book: DeskWorkbook | null
  readonly now: () => number
  readonly onLapse: () => void
}

/** A bureau's desk: row by row, figures it supplies, disputes, and the same in a sheet of its own workbook. */
export function VerifierDesk(props: VerifierDeskProps) {
  const { windows, current } = props
  const { t } = useTranslation('verifying')
  const begun = windows.filter(({ state }) => state !== 'future').toReversed()
  const [chosen, setChosen] = useState(current)
  const window = begun.find(({ id }) => id === chosen) ?? begun[0]
  if (!window) return <EmptyState icon="…" title={t('empty.noWindow')} />
  return <WindowDesk key={window.id} {...props} window={window} begun={begun} onWindow={setChosen} />
}

type View = 'queue' | 'supplies' | 'disputes' | 'sheet'

interface WindowDeskProps extends VerifierDeskProps {
  readonly window: SubmissionWindow
  readonly begun: readonly SubmissionWindow[]
  readonly onWindow: (id: string) => void
}

function WindowDesk({ api: signedIn, window, begun, onWindow, ...props }: WindowDeskProps) {
  const { keep, pack, units, account, book, windows, onLapse } = props
  const styles = useStyles()
  const { t } = useTranslation('verifying')
  const api = useMemo(() => verificationApi(signedIn), [signedIn])
  const verifying = useVerifying({ api, keep, pack, username: account.username, window: window.id, onLapse })
  const [view, setView] = useState<View>('queue')
  const [choice, setChoice] = useState<Choice>(everything)
  const [typed, setTyped] = useState<TypedSupplies>({})
  const { loaded } = verifying
  const supplies = loaded.step === 'loaded' ? loaded.value.supplies : []
  const isJoint = verifying.entries.some(({ report }) => report.indicators.some(({ bureaus }) => bureaus.length > 1))
  const disputed = new Set(
    verifying.entries.flatMap(({ report }) => report.indicators.flatMap(({ disputed }) => disputed)),
  ).size
  const windowTitle = (id: string) => windows.find((one) => one.id === id)?.title ?? id

  return (
    <section className={styles.root}>
      <div className={styles.top}>
        <TabList
          size="small"
          selectedValue={view}
          onTabSelect={(_, { value }) => setView(value as View)}
          aria-label={t('tabs.label')}
        >
          <Tab value="queue">{t('tabs.queue')}</Tab>
          {supplies.length > 0 && <Tab value="supplies">{t('tabs.supplies')}</Tab>}
          {isJoint && <Tab value="disputes">{`${t('tabs.disputes')}${disputed > 0 ? ` ${disputed}` : ''}`}</Tab>}
          {book && <Tab value="sheet">{t('tabs.sheet')}</Tab>}
        </TabList>
        <Select size="small" aria-label={t('window')} value={window.id} onChange={(_, { value }) => onWindow(value)}>
          {begun.map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </Select>
      </div>
      <div className={styles.page}>
        {view === 'disputes' && (
          <Disputes
            api={api}
            pack={pack}
            units={units}
            entries={verifying.entries}
            window={window.id}
            onLapse={onLapse}
            onGoto={(unit, form) => {
              setChoice({ show: 'all', unit, form, indicator: null })
              setView('queue')
            }}
          />
        )}
        {view !== 'disputes' && (
          <LoadedView loaded={loaded} onRetry={() => void verifying.reload()}>
            {({ bureau }) => {
              switch (view) {
                case 'queue':
                  return (
                    <QueuePanel
                      verifying={verifying}
                      api={api}
                      pack={pack}
                      units={units}
                      windowTitle={windowTitle}
                      window={window.id}
                      choice={choice}
                      onChoice={setChoice}
                      onLapse={onLapse}
                    />
                  )
                case 'supplies':
                  return (
                    <SupplyPanel
                      api={api}
                      pack={pack}
                      places={supplies}
                      window={window.id}
                      windowTitle={windowTitle}
                      typed={typed}
                      onTyped={setTyped}
                      onDone={() => void verifying.reload()}
                      onLapse={onLapse}
                    />
                  )
                case 'sheet':
                  return (
                    book && (
                      <SheetPanel
                        verifying={verifying}
                        book={book}
                        campaign={props.campaign}
                        bureau={units.find(({ id }) => id === bureau)?.name ?? account.name}
                        windowTitle={window.title}
                        now={props.now}
                      />
                    )
                  )
              }
            }}
          </LoadedView>
        )}
      </div>
    </section>
  )
}
