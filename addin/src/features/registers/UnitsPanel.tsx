import { Badge, Button, Caption1, ToggleButton } from '@fluentui/react-components'
import { Add20Regular } from '@fluentui/react-icons/svg/add'
import { ArrowDownload20Regular } from '@fluentui/react-icons/svg/arrow-download'
import type { Pack } from '@kaohe/shared-rules'
import { useCallback, useState } from 'react'
import { useTranslation } from '../../i18n/use-translation.ts'
import type { RegisteredUnit, RegistersApi } from '../../api/registers.ts'
import { useAct } from '../../api/use-act.ts'
import { useLoaded } from '../../api/use-loaded.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { LoadedView } from '../../ui/LoadedView.tsx'
import { Refused } from '../../ui/Refused.tsx'
import { saveFile } from '../../ui/save-file.ts'
import { useCardListStyles } from '../../ui/card-list.styles.ts'
import { useRegisterStyles } from './registers.styles.ts'
import { UnitDialog } from './UnitDialog.tsx'
import { UnitDetailsView } from './UnitDetailsView.tsx'

interface UnitsPanelProps {
  readonly api: RegistersApi
  readonly pack: Pack
  readonly mayChange: boolean
  readonly onLapse: () => void
}

const shows = ['all', 'missing', 'proposed'] as const
type Show = (typeof shows)[number]

const isShown = ({ missing, proposed }: RegisteredUnit, show: Show): boolean =>
  show === 'all' || (show === 'missing' ? missing.length > 0 : proposed > 0)

/** The register of units: kind, pool, whom to ask, what is missing, and what a unit wants changed. */
export function UnitsPanel({ api, pack, mayChange, onLapse }: UnitsPanelProps) {
  const cards = useCardListStyles()
  const { t } = useTranslation('office')
  const load = useCallback(() => api.units(), [api])
  const { loaded, reload } = useLoaded(load, onLapse)
  const { acting, act } = useAct(onLapse)
  const [show, setShow] = useState<Show>('all')
  const [open, setOpen] = useState<string | null>(null)
  const [entering, setEntering] = useState<RegisteredUnit | 'new' | null>(null)
  const entered = () => {
    setEntering(null)
    void reload()
  }
  const save = async () => {
    const file = await act(() => api.file('/units/table'))
    if (file) saveFile(file, t('registers.fileName'))
  }
  return (
    <LoadedView loaded={loaded} onRetry={() => void reload()}>
      {({ units }) => {
        const shown = units.filter((unit) => isShown(unit, show))
        return (
          <>
            <div className={cards.line} role="group" aria-label={t('registers.show.label')}>
              {shows.map((one) => (
                <ToggleButton
                  key={one}
                  size="small"
                  shape="circular"
                  checked={show === one}
                  onClick={() => setShow(one)}
                >
                  {`${t(`registers.show.${one}`)} ${units.filter((unit) => isShown(unit, one)).length}`}
                </ToggleButton>
              ))}
              <Button size="small" icon={<ArrowDownload20Regular />} onClick={() => void save()}>
                {t('registers.csv')}
              </Button>
              {mayChange && (
                <Button size="small" icon={<Add20Regular />} onClick={() => setEntering('new')}>
                  {t('registers.entry.new')}
                </Button>
              )}
            </div>
            {acting.step === 'refused' && <Refused error={acting.error} />}
            {shown.length === 0 && <EmptyState icon="✓" title={t('registers.nobody')} />}
            <ul className={cards.list}>
              {shown.map((unit) => (
                <li key={unit.id} className={cards.card} aria-label={unit.name}>
                  <UnitHead
                    unit={unit}
                    pack={pack}
                    isOpen={open === unit.id}
                    onOpen={() => setOpen(open === unit.id ? null : unit.id)}
                    onChange={mayChange ? () => setEntering(unit) : null}
                  />
                  {open === unit.id && (
                    <UnitDetailsView {...{ api, mayChange, onLapse }} unit={unit.id} onChanged={() => void reload()} />
                  )}
                </li>
              ))}
            </ul>
            {entering !== null && (
              <UnitDialog
                {...{ api, pack, onLapse }}
                unit={entering === 'new' ? null : entering}
                onDone={entered}
                onClose={() => setEntering(null)}
              />
            )}
          </>
        )
      }}
    </LoadedView>
  )
}

interface UnitHeadProps {
  readonly unit: RegisteredUnit
  readonly pack: Pack
  readonly isOpen: boolean
  readonly onOpen: () => void
  readonly onChange: (() => void) | null
}

function UnitHead({ unit, pack, isOpen, onOpen, onChange }: UnitHeadProps) {
  const styles = useRegisterStyles()
  const cards = useCardListStyles()
  const { t } = useTranslation('office')
  const { name, kind, pool, order, from, to, contacts, missing, proposed } = unit
  const ranked = pack.pools.find(({ id }) => id === pool)?.title
  return (
    <>
      <div className={cards.line}>
        <span className={styles.title}>{name}</span>
        {missing.length > 0 && (
          <Badge appearance="tint" color="warning">
            {t('registers.missing', { duties: missing.map((duty) => t(`registers.duty.${duty}`)).join(t('comma')) })}
          </Badge>
        )}
        {proposed > 0 && (
          <Badge appearance="tint" color="brand">
            {t('registers.proposed', { count: proposed })}
          </Badge>
        )}
      </div>
      <Caption1 className={styles.quiet}>
        {[
          t('registers.order', { order }),
          t(`registers.kind.${kind}`),
          ranked === undefined ? t('registers.noPool') : t('registers.pool', { pool: ranked }),
          ...(from === null ? [] : [t('registers.from', { day: from })]),
          ...(to === null ? [] : [t('registers.to', { day: to })]),
          t('registers.contactCount', { count: contacts.length }),
        ].join(' · ')}
      </Caption1>
      <div className={cards.line}>
        <Button size="small" aria-expanded={isOpen} aria-label={t('registers.openUnit', { name })} onClick={onOpen}>
          {t(isOpen ? 'registers.close' : 'registers.open')}
        </Button>
        {onChange && (
          <Button size="small" aria-label={t('registers.entry.changeTitle', { unit: name })} onClick={onChange}>
            {t('registers.entry.change')}
          </Button>
        )}
      </div>
    </>
  )
}
