import {
  Body1,
  Button,
  Caption1,
  Field,
  makeStyles,
  MessageBar,
  MessageBarBody,
  Select,
  Spinner,
  tokens,
} from '@fluentui/react-components'
import { ArrowDownload20Regular } from '@fluentui/react-icons/svg/arrow-download'
import { useState } from 'react'
import { useTranslation } from '../../i18n/use-translation.ts'
import type { SignedInApi, SubmissionWindow } from '../../api/client.ts'
import { apiErrorText, workbookErrorText } from '../../ui/error-text.ts'
import { Page } from '../../ui/Page.tsx'
import type { ReportSheets } from '../../workbook/report-sheets.ts'
import { PulledRanking } from './PulledRanking.tsx'
import type { Pool, Pulled } from './pull-pool.ts'
import { useRanking, type RankingState } from './use-ranking.ts'

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  pulled: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL },
})

interface RankingPanelProps {
  readonly api: SignedInApi
  readonly sheets: ReportSheets
  readonly campaign: string
  readonly pools: readonly Pool[]
  readonly windows: readonly SubmissionWindow[]
  readonly current: string | null
  readonly onLapse: () => void
}

export function RankingPanel({ api, sheets, campaign, pools, windows, current, onLapse }: RankingPanelProps) {
  const styles = useStyles()
  const { t } = useTranslation('ranking')
  const { state, pull, cancel } = useRanking({ api, sheets, campaign, pools, onLapse })
  const begun = windows.filter((window) => window.state !== 'future').toReversed()
  const [chosen, setChosen] = useState(current ?? begun[0]?.id)
  const window = begun.find(({ id }) => id === chosen) ?? begun[0]
  const busy = state.step === 'fetching' || state.step === 'writing'

  return (
    <Page title={t('ranking.title')} text={t('ranking.text')}>
      {window ? (
        <div className={styles.form}>
          <Field label={t('ranking.window')}>
            <Select value={window.id} onChange={(_, { value }) => setChosen(value)} disabled={busy}>
              {begun.map(({ id, title }) => (
                <option key={id} value={id}>
                  {title}
                </option>
              ))}
            </Select>
          </Field>
          <Button
            appearance="primary"
            icon={<ArrowDownload20Regular />}
            disabled={busy}
            onClick={() => void pull(window)}
          >
            {t('ranking.pull')}
          </Button>
        </div>
      ) : (
        <Body1>{t('ranking.none')}</Body1>
      )}
      <div role="status">
        <Progress state={state} of={pools.length} />
      </div>
      {busy && (
        <Button onClick={cancel} style={{ alignSelf: 'flex-start' }}>
          {t('app.stop')}
        </Button>
      )}
      {state.step !== 'idle' && state.pulled.length > 0 && (
        <div className={styles.pulled}>
          {state.pulled.map((pulled) => (
            <PulledRanking key={pulled.pool.id} pulled={pulled} />
          ))}
        </div>
      )}
    </Page>
  )
}

function Progress({ state, of }: { readonly state: RankingState; readonly of: number }) {
  const { t } = useTranslation('ranking')
  const at = state.step === 'idle' ? 0 : state.pulled.length + 1
  switch (state.step) {
    case 'idle':
      return null
    case 'fetching':
      return <Spinner size="tiny" label={t('ranking.pulling', { pool: state.pool.title, at, of })} />
    case 'writing':
      return <Spinner size="tiny" label={t('ranking.writing', { sheet: state.sheet, at, of })} />
    case 'cancelled':
      return <Body1>{t('ranking.cancelled')}</Body1>
    case 'pulled':
      return <Provisional pulled={state.pulled} />
    case 'refused':
      return (
        <MessageBar intent="error" layout="multiline">
          <MessageBarBody>{apiErrorText(state.error, t)}</MessageBarBody>
        </MessageBar>
      )
    case 'stopped':
      return (
        <MessageBar intent="error" layout="multiline">
          <MessageBarBody>{workbookErrorText(state.error, t)}</MessageBarBody>
        </MessageBar>
      )
  }
}

function Provisional({ pulled }: { readonly pulled: readonly Pulled[] }) {
  const { t } = useTranslation('ranking')
  const pack = pulled[0]?.ranking.pack
  return (
    <>
      <Caption1 block>{t('ranking.provisional')}</Caption1>
      {pack && !pack.official && <Caption1 block>{pack.notice}</Caption1>}
    </>
  )
}
