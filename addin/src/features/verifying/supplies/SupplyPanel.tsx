import {
  Body1,
  Button,
  Caption1,
  Input,
  makeStyles,
  MessageBar,
  MessageBarBody,
  Spinner,
  tokens,
} from '@fluentui/react-components'
import { DatabaseArrowUp20Regular } from '@fluentui/react-icons/svg/database-arrow-up'
import type { Pack } from '@kaohe/shared-rules'
import { useState, type ClipboardEvent } from 'react'
import { useTranslation } from '../../../i18n/use-translation.ts'
import { useAct } from '../../../api/use-act.ts'
import type { SupplyPlace, VerificationApi } from '../../../api/verification.ts'
import { grouped } from '../../../ui/figure.ts'
import { Refused } from '../../../ui/Refused.tsx'
import { isSupply, pasted, placeKey, suppliesOf, type TypedSupplies } from './supplies.ts'

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', flexGrow: 1, minHeight: 0 },
  body: {
    flexGrow: 1,
    minHeight: 0,
    overflowY: 'auto',
    display: 'grid',
    alignContent: 'start',
    gap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalM,
  },
  quiet: { color: tokens.colorNeutralForeground2 },
  table: { borderCollapse: 'collapse', width: '100%', fontVariantNumeric: 'tabular-nums' },
  head: {
    textAlign: 'left',
    fontWeight: tokens.fontWeightSemibold,
    fontSize: tokens.fontSizeBase200,
    padding: '4px',
    position: 'sticky',
    top: 0,
    zIndex: 1,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  cell: { padding: '4px', borderTop: `1px solid ${tokens.colorNeutralStroke2}`, verticalAlign: 'top' },
  input: { width: '100%', minWidth: '84px' },
  foot: {
    flexShrink: 0,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    display: 'grid',
  },
  bad: { color: tokens.colorStatusDangerForeground1 },
})

interface SupplyPanelProps {
  readonly api: VerificationApi
  readonly pack: Pack
  readonly places: readonly SupplyPlace[]
  readonly window: string
  readonly windowTitle: (id: string) => string
  readonly typed: TypedSupplies
  readonly onTyped: (typed: TypedSupplies) => void
  readonly onDone: () => void
  readonly onLapse: () => void
}

/** The figures a bureau owns, as a table to type or paste into. */
export function SupplyPanel({
  api,
  pack,
  places,
  window,
  windowTitle,
  typed,
  onTyped,
  onDone,
  onLapse,
}: SupplyPanelProps) {
  const styles = useStyles()
  const { t } = useTranslation('verifying')
  const { acting, act, dismiss } = useAct(onLapse)
  const [done, setDone] = useState(0)
  const { figures, bad } = suppliesOf(places, typed)
  const titles = new Map(pack.indicators.map(({ id, title }) => [id, title]))
  const several = new Set(places.map(({ indicator }) => indicator)).size > 1

  function put(place: SupplyPlace, value: string) {
    dismiss()
    onTyped({ ...typed, [placeKey(place)]: { value, reason: typed[placeKey(place)]?.reason ?? '' } })
  }
  function paste(place: SupplyPlace, event: ClipboardEvent) {
    const text = event.clipboardData.getData('text/plain')
    if (!text.includes('\n')) return
    event.preventDefault()
    onTyped(pasted(places, place, text, typed))
  }
  async function send() {
    const answer = await act(() => api.supply({ window, figures }))
    if (!answer) return
    setDone(answer.supplied)
    onTyped({})
    onDone()
  }

  return (
    <section className={styles.root} aria-label={t('tabs.supplies')}>
      <div className={styles.body}>
        <Body1 className={styles.quiet}>{t('supply.text')}</Body1>
        <Caption1 className={styles.quiet}>{t('supply.paste')}</Caption1>
        {done > 0 && (
          <MessageBar intent="success" layout="multiline">
            <MessageBarBody>{t('supply.done', { count: done })}</MessageBarBody>
          </MessageBar>
        )}
        {acting.step === 'refused' && <Refused error={acting.error} />}
        <table className={styles.table}>
          <thead>
            <tr>
              {(['unit', 'target', 'value'] as const).map((column) => (
                <th key={column} scope="col" className={styles.head}>
                  {t(`supply.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {places.map((place) => {
              const key = placeKey(place)
              const value = typed[key]?.value ?? ''
              const wrong = value.trim() !== '' && !isSupply(value)
              return (
                <tr key={key}>
                  <th scope="row" className={styles.cell} style={{ textAlign: 'left', fontWeight: 'inherit' }}>
                    {place.unit.name}
                    {several && <Caption1 block>{titles.get(place.indicator)}</Caption1>}
                  </th>
                  <td className={styles.cell}>
                    {place.target === null ? '—' : grouped(place.target)}
                    {place.reported !== null && (
                      <Caption1 block className={styles.quiet}>
                        {`${t('supply.reported')} ${grouped(place.reported)}`}
                      </Caption1>
                    )}
                  </td>
                  <td className={styles.cell}>
                    <Input
                      className={styles.input}
                      size="small"
                      inputMode="decimal"
                      aria-label={`${place.unit.name} ${titles.get(place.indicator) ?? ''} ${t('supply.value')}`}
                      aria-invalid={wrong}
                      value={value}
                      placeholder={place.supplied === null ? '' : grouped(place.supplied)}
                      onChange={(_, data) => put(place, data.value)}
                      onPaste={(event) => paste(place, event)}
                    />
                    {wrong && <Caption1 className={styles.bad}>{t('supply.bad')}</Caption1>}
                    {place.window !== null && (
                      <Caption1 block className={styles.quiet}>
                        {t('supply.from', { window: windowTitle(place.window) })}
                      </Caption1>
                    )}
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
      <div className={styles.foot}>
        <Button
          appearance="primary"
          icon={acting.step === 'busy' ? <Spinner size="tiny" /> : <DatabaseArrowUp20Regular />}
          disabled={acting.step === 'busy' || figures.length === 0 || bad.length > 0}
          onClick={() => void send()}
        >
          {figures.length > 0 ? t('supply.send', { count: figures.length }) : t('supply.nothing')}
        </Button>
      </div>
    </section>
  )
}
