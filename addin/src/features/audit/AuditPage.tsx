import { Body1, Button, Caption1, Field, Input, makeStyles, tokens } from '@fluentui/react-components'
import { useCallback, useState, type SyntheticEvent } from 'react'
import { useTranslation } from '../../i18n/use-translation.ts'
import { auditPage, type AuditEntry, type OfficeApi } from '../../api/office.ts'
import { useLoaded } from '../../api/use-loaded.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { LoadedView } from '../../ui/LoadedView.tsx'
import { momentText } from '../../ui/moment.ts'
import { Page } from '../../ui/Page.tsx'
import { ChangeText } from './ChangeText.tsx'

const useStyles = makeStyles({
  find: { display: 'flex', flexWrap: 'wrap', alignItems: 'flex-end', gap: tokens.spacingHorizontalS },
  field: { flexGrow: 1, maxWidth: '420px' },
  quiet: { color: tokens.colorNeutralForeground2 },
  hash: { fontFamily: tokens.fontFamilyMonospace, overflowWrap: 'anywhere' },
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  entry: {
    padding: `${tokens.spacingVerticalS} 0`,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    display: 'grid',
    gap: '2px',
  },
  line: { display: 'flex', flexWrap: 'wrap', columnGap: '8px' },
  action: { fontWeight: tokens.fontWeightSemibold },
})

interface AuditPageProps {
  readonly api: OfficeApi
  readonly onLapse: () => void
}

/** 日志: who, when, old → new, why. The latest page first, each page a stretch of the chain. */
export function AuditPage({ api, onLapse }: AuditPageProps) {
  const styles = useStyles()
  const { t } = useTranslation('office')
  const [subject, setSubject] = useState('')
  const [wanted, setWanted] = useState<string | undefined>(undefined)
  /** The line after which a page begins; null for the last page of the chain. */
  const [after, setAfter] = useState<number | null>(null)
  const load = useCallback(async () => {
    if (after !== null || wanted !== undefined) return api.audit({ after: after ?? 0, subject: wanted })
    const head = await api.audit({ after: Number.MAX_SAFE_INTEGER })
    if (!head.ok) return head
    return api.audit({ after: Math.max(0, head.value.head.length - auditPage) })
  }, [api, after, wanted])
  const { loaded, reload } = useLoaded(load, onLapse)

  function find(event: SyntheticEvent) {
    event.preventDefault()
    setAfter(null)
    setWanted(subject.trim() === '' ? undefined : subject.trim())
  }
  return (
    <Page title={t('audit.title')} text={t('audit.text')}>
      <form className={styles.find} onSubmit={find}>
        <Field className={styles.field} label={t('audit.subject')} hint={t('audit.subjectHint')}>
          <Input value={subject} onChange={(_, { value }) => setSubject(value)} />
        </Field>
        <Button type="submit">{t('audit.find')}</Button>
      </form>
      <LoadedView loaded={loaded} onRetry={() => void reload()}>
        {({ head, entries }) => {
          const [first, last] = [entries[0], entries.at(-1)]
          return (
            <>
              <Caption1 className={styles.quiet}>
                {t('audit.head', { count: head.length })}
                <span className={styles.hash}>{head.head}</span>
                <br />
                {t('audit.headHint')}
              </Caption1>
              {entries.length === 0 && <EmptyState icon="…" title={t('audit.none')} />}
              <ol className={styles.list} reversed>
                {entries.toReversed().map((entry) => (
                  <Entry key={entry.seq} entry={entry} />
                ))}
              </ol>
              {first && last && (
                <div className={styles.find}>
                  <Button
                    disabled={last.seq >= head.length || entries.length < auditPage}
                    onClick={() => setAfter(last.seq)}
                  >
                    {t('audit.newer')}
                  </Button>
                  <Body1>{t('audit.page', { from: first.seq, to: last.seq })}</Body1>
                  <Button
                    disabled={first.seq <= 1 || wanted !== undefined}
                    onClick={() => setAfter(Math.max(0, first.seq - 1 - auditPage))}
                  >
                    {t('audit.older')}
                  </Button>
                </div>
              )}
            </>
          )
        }}
      </LoadedView>
    </Page>
  )
}

function Entry({ entry }: { readonly entry: AuditEntry }) {
  const styles = useStyles()
  const { t, texts } = useTranslation('office')
  const { seq, at, actor, action, subject, reason } = entry
  const name = `audit.action.${action}`
  return (
    <li className={styles.entry}>
      <div className={styles.line}>
        {/* A kind of change that came later is shown by its own name. */}
        <span className={styles.action}>{texts.knows('office', name) ? t(name) : action}</span>
        <span>{subject}</span>
        <Caption1 className={styles.quiet}>{`${seq} · ${actor} · ${momentText(at)}`}</Caption1>
      </div>
      <ChangeText before={entry.before} after={entry.after} />
      {reason && <Caption1>{t('audit.why', { reason })}</Caption1>}
    </li>
  )
}
