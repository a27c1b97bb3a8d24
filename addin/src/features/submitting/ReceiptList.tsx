import { Button, Caption1, makeStyles, Spinner, Subtitle2, tokens } from '@fluentui/react-components'
import { ArrowLeft20Regular } from '@fluentui/react-icons/svg/arrow-left'
import type { Form } from '@kaohe/shared-rules'
import { useEffect, useState } from 'react'
import { useTranslation } from '../../i18n/use-translation.ts'
import type { ApiResult, PastReport, Receipt, SignedInApi } from '../../api/client.ts'
import { apiErrorText } from '../../ui/error-text.ts'
import { momentText } from '../../ui/moment.ts'

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', flexGrow: 1, minHeight: 0 },
  head: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalXS, padding: '4px 8px', flexShrink: 0 },
  body: {
    flexGrow: 1,
    minHeight: 0,
    overflowY: 'auto',
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM} ${tokens.spacingVerticalL}`,
  },
  list: { margin: 0, padding: 0, listStyleType: 'none', display: 'flex', flexDirection: 'column', gap: '6px' },
  one: {
    width: '100%',
    justifyContent: 'flex-start',
    textAlign: 'left',
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  lines: { display: 'flex', flexDirection: 'column', minWidth: 0, fontVariantNumeric: 'tabular-nums' },
  quiet: { color: tokens.colorNeutralForeground3 },
})

export interface ReceiptListProps {
  readonly api: SignedInApi
  readonly forms: readonly Form[]
  readonly windowTitle: (id: string) => string
  readonly onOpen: (receipt: Receipt) => void
  readonly onBack: () => void
}

/** 历次报送: every report of the unit, the latest first; each leads to its receipt. */
export function ReceiptList({ api, forms, windowTitle, onOpen, onBack }: ReceiptListProps) {
  const styles = useStyles()
  const { t } = useTranslation('submitting')
  const [past, setPast] = useState<ApiResult<{ readonly reports: readonly PastReport[] }> | null>(null)
  const [failed, setFailed] = useState<string | null>(null)
  useEffect(() => {
    let over = false
    void api.history().then((answer) => {
      if (!over) setPast(answer)
    })
    return () => {
      over = true
    }
  }, [api])

  async function open(number: string) {
    const answer = await api.receipt(number)
    if (answer.ok) onOpen(answer.value.receipt)
    else setFailed(apiErrorText(answer.error, t))
  }

  return (
    <section className={styles.root} aria-labelledby="history-title">
      <div className={styles.head}>
        <Button appearance="subtle" icon={<ArrowLeft20Regular />} aria-label={t('app.back')} onClick={onBack} />
        <Subtitle2 as="h2" id="history-title">
          {t('history.title')}
        </Subtitle2>
      </div>
      <div className={styles.body}>
        {past === null && <Spinner size="tiny" label={t('history.loading')} />}
        {past && !past.ok && <Caption1 role="status">{apiErrorText(past.error, t)}</Caption1>}
        {failed !== null && <Caption1 role="status">{failed}</Caption1>}
        {past?.ok && past.value.reports.length === 0 && <Caption1>{t('history.empty')}</Caption1>}
        {past?.ok && (
          <ul className={styles.list}>
            {past.value.reports.map(({ number, form, window, receivedAt, timeliness, by, state }) => (
              <li key={number}>
                <Button className={styles.one} onClick={() => void open(number)}>
                  <span className={styles.lines}>
                    <span>
                      {`${forms.find(({ id }) => id === form)?.annex ?? form} · ${windowTitle(window)} · ${t(`forms.state.${state}`)}`}
                    </span>
                    <Caption1 className={styles.quiet}>
                      {`${number} · ${momentText(receivedAt)} · ${t(`receipt.timeliness.${timeliness}`)} · ${by ?? ''}`}
                    </Caption1>
                  </span>
                </Button>
              </li>
            ))}
          </ul>
        )}
      </div>
    </section>
  )
}
