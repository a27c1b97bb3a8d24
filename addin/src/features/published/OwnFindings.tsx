import { Body1, Button, Caption1, makeStyles, Subtitle2, tokens } from '@fluentui/react-components'
import type { Pack } from '@kaohe/shared-rules'
import { useCallback, useState } from 'react'
import { useTranslation } from '../../i18n/use-translation.ts'
import type { Finding, OfficeApi } from '../../api/office.ts'
import { useAct } from '../../api/use-act.ts'
import { useLoaded } from '../../api/use-loaded.ts'
import { ActDialog } from '../../ui/ActDialog.tsx'
import { LoadedView } from '../../ui/LoadedView.tsx'
import { momentText } from '../../ui/moment.ts'
import { TextField } from '../../ui/TextField.tsx'

const useStyles = makeStyles({
  root: {
    display: 'grid',
    gap: tokens.spacingVerticalS,
  },
  card: {
    padding: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusLarge,
    border: `1px solid ${tokens.colorStatusWarningBorder1}`,
    display: 'grid',
    gap: tokens.spacingVerticalXS,
    justifyItems: 'start',
  },
})

interface OwnFindingsProps {
  readonly api: OfficeApi
  readonly pack: Pack
  readonly onLapse: () => void
}

/** What was found against the reader's own unit, and the place to answer it. Nothing is shown while there is nothing. */
export function OwnFindings({ api, pack, onLapse }: OwnFindingsProps) {
  const styles = useStyles()
  const { t } = useTranslation('office')
  const load = useCallback(() => api.findings(), [api])
  const { loaded, reload } = useLoaded(load, onLapse)
  const [answering, setAnswering] = useState<Finding | null>(null)
  return (
    <LoadedView loaded={loaded} onRetry={() => void reload()}>
      {({ findings }) =>
        findings.length > 0 && (
          <section className={styles.root} aria-label={t('published.findings')}>
            <Subtitle2 as="h3">{t('published.findings')}</Subtitle2>
            {findings.map((finding) => (
              <article key={finding.number} className={styles.card}>
                <Body1>
                  {`${finding.number} ${pack.vetoes.find(({ id }) => id === finding.veto)?.title ?? finding.veto} · ${t(
                    finding.liftedAt === null ? 'findings.standing' : 'findings.lifted',
                  )}`}
                </Body1>
                <Body1>{finding.evidence}</Body1>
                <Caption1>
                  {t('findings.by', {
                    decider: finding.decider,
                    document: finding.document,
                    time: momentText(finding.recordedAt),
                  })}
                </Caption1>
                {finding.reply !== null && finding.repliedAt !== null && (
                  <Body1>{t('findings.reply', { time: momentText(finding.repliedAt), text: finding.reply })}</Body1>
                )}
                <Button onClick={() => setAnswering(finding)}>{t('published.answer')}</Button>
              </article>
            ))}
            {answering && (
              <AnswerDialog
                api={api}
                finding={answering}
                onClose={() => setAnswering(null)}
                onDone={() => {
                  setAnswering(null)
                  void reload()
                }}
                onLapse={onLapse}
              />
            )}
          </section>
        )
      }
    </LoadedView>
  )
}

interface AnswerDialogProps {
  readonly api: OfficeApi
  readonly finding: Finding
  readonly onClose: () => void
  readonly onDone: () => void
  readonly onLapse: () => void
}

function AnswerDialog({ api, finding, onClose, onDone, onLapse }: AnswerDialogProps) {
  const { t } = useTranslation('office')
  const { acting, act } = useAct(onLapse)
  const [reply, setReply] = useState(finding.reply ?? '')
  return (
    <ActDialog
      title={t('published.answerTitle', { number: finding.number })}
      text={t('published.answerText')}
      confirm={t('published.answer')}
      acting={acting}
      ready={reply.trim() !== ''}
      onClose={onClose}
      onConfirm={() =>
        void act(() => api.reply(finding.number, reply)).then((answer) => answer !== undefined && onDone())
      }
    >
      <TextField label={t('published.text')} value={reply} onChange={setReply} long />
    </ActDialog>
  )
}
