import {
  Body1,
  Button,
  Caption1,
  makeStyles,
  MessageBar,
  MessageBarBody,
  Spinner,
  Subtitle2,
  tokens,
} from '@fluentui/react-components'
import { DocumentArrowDown20Regular } from '@fluentui/react-icons/svg/document-arrow-down'
import { useState } from 'react'
import { useTranslation } from '../../i18n/use-translation.ts'
import type { OfficeApi, Reexecution, Run } from '../../api/office.ts'
import { useAct } from '../../api/use-act.ts'
import { Refused } from '../../ui/Refused.tsx'
import { saveFile } from '../../ui/save-file.ts'
import { shortFingerprint } from '../../ui/short-fingerprint.ts'

const useStyles = makeStyles({
  section: { display: 'grid', gap: tokens.spacingVerticalS, justifyItems: 'start' },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  hash: { fontFamily: tokens.fontFamilyMonospace, overflowWrap: 'anywhere' },
})

interface CheckAndExportProps {
  readonly run: Run
  readonly api: OfficeApi
  readonly onLapse: () => void
}

/** Runs it again from what was stored, and hands it out to people without the add-in. */
export function CheckAndExport({ run, api, onLapse }: CheckAndExportProps) {
  const styles = useStyles()
  const { t } = useTranslation('office')
  const { acting, act } = useAct(onLapse)
  const [again, setAgain] = useState<Reexecution | null>(null)
  const [saved, setSaved] = useState<string | null>(null)
  const busy = acting.step === 'busy'
  const about = `${run.number} ${run.title}`

  async function save(name: string, path: string) {
    const file = await act(() => api.file(`/runs/${run.number}${path}`))
    if (!file) return
    saveFile(file, name)
    setSaved(name)
  }
  const tables = [
    ...run.pools.map(({ pool, title }) => ({ id: `ranking-${pool}`, name: t('runs.export.ranking', { pool: title }) })),
    { id: 'awards', name: t('runs.export.awards') },
    { id: 'figures', name: t('runs.export.figures') },
    ...(run.shortfalls.length > 0 ? [{ id: 'shortfalls', name: t('runs.export.shortfalls') }] : []),
    ...(run.board.length > 0 ? [{ id: 'reports', name: t('runs.export.reports') }] : []),
  ]
  return (
    <>
      {acting.step === 'refused' && <Refused error={acting.error} />}
      <section className={styles.section}>
        <Subtitle2 as="h3">{t('runs.check.run')}</Subtitle2>
        <Body1>{t('runs.check.text')}</Body1>
        <Caption1 className={styles.hash}>{t('runs.hash', { hash: run.hash })}</Caption1>
        {run.signed?.seal && <Caption1 className={styles.hash}>{t('runs.seal', { seal: run.signed.seal })}</Caption1>}
        <Button
          disabled={busy}
          icon={busy ? <Spinner size="tiny" /> : null}
          onClick={() => void act(() => api.reexecute(run.number)).then((answer) => setAgain(answer ?? null))}
        >
          {t('runs.check.run')}
        </Button>
        <div role="status">{again && <Verdict again={again} />}</div>
      </section>
      <section className={styles.section}>
        <Subtitle2 as="h3">{t('runs.tabs.check')}</Subtitle2>
        <Body1>{t('runs.export.text')}</Body1>
        <div className={styles.buttons}>
          <Button
            appearance="primary"
            icon={<DocumentArrowDown20Regular />}
            disabled={busy}
            onClick={() => void save(`${about}.xlsx`, '/workbook')}
          >
            {t('runs.export.workbook')}
          </Button>
          <Button disabled={busy} onClick={() => void save(`${about}.json`, '')}>
            {t('runs.export.json')}
          </Button>
          {tables.map(({ id, name }) => (
            <Button key={id} disabled={busy} onClick={() => void save(`${about} ${name}.csv`, `/tables/${id}.csv`)}>
              {t('runs.export.csv', { table: name })}
            </Button>
          ))}
        </div>
        <div role="status">{saved && <Caption1>{t('runs.export.saved', { name: saved })}</Caption1>}</div>
      </section>
    </>
  )
}

function Verdict({ again }: { readonly again: Reexecution }) {
  const { t } = useTranslation('office')
  const { same, stored, computed, differing } = again
  const parts = differing.map((part) => t(`runs.check.parts.${part}`)).join(t('runs.check.and'))
  return (
    <MessageBar intent={same ? 'success' : 'error'} layout="multiline">
      <MessageBarBody>
        {same
          ? `${t('runs.check.same')} ${shortFingerprint(computed)}`
          : t('runs.check.differs', { parts, stored: shortFingerprint(stored), computed: shortFingerprint(computed) })}
      </MessageBarBody>
    </MessageBar>
  )
}
