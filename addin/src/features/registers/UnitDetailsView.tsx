import { Button, Caption1 } from '@fluentui/react-components'
import { useCallback, useState } from 'react'
import { useTranslation } from '../../i18n/use-translation.ts'
import type { ContactList, RegistersApi, UnitDetails } from '../../api/registers.ts'
import { useLoaded } from '../../api/use-loaded.ts'
import { LoadedView } from '../../ui/LoadedView.tsx'
import { momentText } from '../../ui/moment.ts'
import { ContactDialog } from './ContactDialog.tsx'
import { ContactLines } from './ContactLines.tsx'
import { DecideDialog } from './DecideDialog.tsx'
import { HandOverDialog } from './HandOverDialog.tsx'
import { InitialPassword, type Given } from './InitialPassword.tsx'
import { useCardListStyles } from '../../ui/card-list.styles.ts'
import { useRegisterStyles } from './registers.styles.ts'

interface UnitDetailsViewProps {
  readonly api: RegistersApi
  readonly unit: string
  readonly mayChange: boolean
  /** Something changed that the list shows, too. */
  readonly onChanged: () => void
  readonly onLapse: () => void
}

type Asking =
  { kind: 'decide'; list: ContactList; approved: boolean } | { kind: 'contact' } | { kind: 'hand-over' } | null

/** Whom to ask in a unit, what it proposed, and handing over from one clerk to the next. */
export function UnitDetailsView({ api, unit, mayChange, onChanged, onLapse }: UnitDetailsViewProps) {
  const load = useCallback(() => api.unit(unit), [api, unit])
  const { loaded, reload } = useLoaded(load, onLapse)
  const [asking, setAsking] = useState<Asking>(null)
  const [given, setGiven] = useState<Given | null>(null)
  const close = () => setAsking(null)
  const done = () => {
    close()
    onChanged()
    void reload()
  }
  const dialog = { api, onDone: done, onClose: close, onLapse }
  return (
    <LoadedView loaded={loaded} onRetry={() => void reload()}>
      {(details) => (
        <>
          <OpenedUnit details={details} mayChange={mayChange} onAsk={setAsking} />
          {asking?.kind === 'decide' && (
            <DecideDialog {...dialog} unit={details.unit} list={asking.list} approved={asking.approved} />
          )}
          {asking?.kind === 'contact' && <ContactDialog {...dialog} unit={details.unit} />}
          {asking?.kind === 'hand-over' && (
            <HandOverDialog
              {...dialog}
              unit={details.unit}
              onDone={(password) => {
                done()
                setGiven(password)
              }}
            />
          )}
          {given && <InitialPassword given={given} onClose={() => setGiven(null)} />}
        </>
      )}
    </LoadedView>
  )
}

interface OpenedUnitProps {
  readonly details: UnitDetails
  readonly mayChange: boolean
  readonly onAsk: (asking: Asking) => void
}

function OpenedUnit({ details: { unit, lists }, mayChange, onAsk }: OpenedUnitProps) {
  const styles = useRegisterStyles()
  const cards = useCardListStyles()
  const { t } = useTranslation('office')
  return (
    <>
      {unit.contacts.length === 0 ? (
        <Caption1 className={styles.quiet}>{t('registers.noContacts')}</Caption1>
      ) : (
        <ContactLines contacts={unit.contacts} />
      )}
      {lists
        .filter(({ status }) => status === 'proposed')
        .map((list) => (
          <section key={list.number} className={styles.proposal} aria-label={t('registers.proposal')}>
            <span className={styles.title}>{t('registers.proposal')}</span>
            <Caption1 className={styles.quiet}>
              {[momentText(list.proposedAt), ...(list.reason === null ? [] : [list.reason])].join(' · ')}
            </Caption1>
            <ContactLines contacts={list.contacts} />
            {mayChange && (
              <div className={cards.line}>
                <Button
                  size="small"
                  appearance="primary"
                  onClick={() => onAsk({ kind: 'decide', list, approved: true })}
                >
                  {t('registers.approve')}
                </Button>
                <Button size="small" onClick={() => onAsk({ kind: 'decide', list, approved: false })}>
                  {t('registers.refuse')}
                </Button>
              </div>
            )}
          </section>
        ))}
      {mayChange && (
        <div className={cards.line}>
          <Button size="small" onClick={() => onAsk({ kind: 'contact' })}>
            {t('registers.addContact')}
          </Button>
          <Button size="small" onClick={() => onAsk({ kind: 'hand-over' })}>
            {t('registers.handOver')}
          </Button>
        </div>
      )}
    </>
  )
}
