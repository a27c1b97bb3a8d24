import { Button, makeStyles, Spinner, ToggleButton, tokens } from '@fluentui/react-components'
import { ClipboardTaskListLtr24Regular } from '@fluentui/react-icons/svg/clipboard-task-list-ltr'
import { DocumentArrowDown20Regular } from '@fluentui/react-icons/svg/document-arrow-down'
import type { Pack, Unit } from '@kaohe/shared-rules'
import { useCallback, useState } from 'react'
import { useTranslation } from '../../i18n/use-translation.ts'
import type { Rectification, RectificationsApi } from '../../api/rectifications.ts'
import { useAct } from '../../api/use-act.ts'
import { useLoaded } from '../../api/use-loaded.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { LoadedView } from '../../ui/LoadedView.tsx'
import { Page } from '../../ui/Page.tsx'
import { Refused } from '../../ui/Refused.tsx'
import { saveFile } from '../../ui/save-file.ts'
import { FilingDialog } from './FilingDialog.tsx'
import { RectificationCard } from './RectificationCard.tsx'

const useStyles = makeStyles({
  bar: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalXS },
  list: {
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalS,
    maxWidth: '860px',
  },
  show: { minWidth: 'auto' },
})

const states = ['overdue', 'due', 'filed-late', 'filed'] as const

interface RectificationsPageProps {
  readonly api: RectificationsApi
  readonly pack: Pack
  readonly units: readonly Unit[]
  /** A unit files for its own tasks; the office follows. */
  readonly mayFile: boolean
  readonly onLapse: () => void
}

/** 整改: every missed task with what is due by when, and what the unit has stated. What is overdue comes first. */
export function RectificationsPage({ api, pack, units, mayFile, onLapse }: RectificationsPageProps) {
  const styles = useStyles()
  const { t } = useTranslation('rectifications')
  const load = useCallback(() => api.rectifications(), [api])
  const { loaded, reload } = useLoaded(load, onLapse)
  const { acting, act } = useAct(onLapse)
  const [show, setShow] = useState<Rectification['state'] | null>(null)
  const [filing, setFiling] = useState<Rectification | null>(null)
  const busy = acting.step === 'busy'
  const save = () => act(() => api.workbook()).then((file) => file && saveFile(file, `${t('title')}.xlsx`))
  return (
    <Page
      title={t('title')}
      text={t(mayFile ? 'textOwn' : 'text')}
      actions={
        <Button
          icon={busy ? <Spinner size="tiny" /> : <DocumentArrowDown20Regular />}
          disabled={busy}
          onClick={() => void save()}
        >
          {t('export')}
        </Button>
      }
    >
      {acting.step === 'refused' && <Refused error={acting.error} />}
      <LoadedView loaded={loaded} onRetry={() => void reload()}>
        {({ rectifications }) => {
          if (rectifications.length === 0) {
            return <EmptyState icon={<ClipboardTaskListLtr24Regular />} title={t('none')} text={t('noneText')} />
          }
          const having = (state: Rectification['state']) => rectifications.filter((one) => one.state === state)
          return (
            <>
              <div className={styles.bar} role="group" aria-label={t('show')}>
                {states.map((state) => (
                  <ToggleButton
                    key={state}
                    className={styles.show}
                    size="small"
                    shape="circular"
                    checked={show === state}
                    onClick={() => setShow(show === state ? null : state)}
                  >
                    {`${t(`state.${state}`)} ${having(state).length}`}
                  </ToggleButton>
                ))}
              </div>
              <ul className={styles.list}>
                {states
                  .flatMap((state) => (show === null || show === state ? having(state) : []))
                  .map((one) => (
                    <RectificationCard
                      key={one.number}
                      rectification={one}
                      indicator={pack.indicators.find(({ id }) => id === one.indicator)}
                      unit={mayFile ? undefined : (units.find(({ id }) => id === one.unit)?.name ?? one.unit)}
                      onFile={mayFile ? () => setFiling(one) : null}
                    />
                  ))}
              </ul>
            </>
          )
        }}
      </LoadedView>
      {filing && (
        <FilingDialog
          {...{ api, pack, onLapse }}
          rectification={filing}
          onClose={() => setFiling(null)}
          onDone={() => {
            setFiling(null)
            void reload()
          }}
        />
      )}
    </Page>
  )
}
