import { Body1, Field, Select } from '@fluentui/react-components'
import type { Pack } from '@kaohe/shared-rules'
import { useCallback, useState } from 'react'
import type { Standing } from '../../api/client.ts'
import type { ObjectionsApi } from '../../api/objections.ts'
import { useAct } from '../../api/use-act.ts'
import { useLoaded } from '../../api/use-loaded.ts'
import { useTranslation } from '../../i18n/use-translation.ts'
import { ActDialog } from '../../ui/ActDialog.tsx'
import { LoadedView } from '../../ui/LoadedView.tsx'
import { grouped } from '../../ui/figure.ts'
import { TextField } from '../../ui/TextField.tsx'

interface RaiseDialogProps {
  readonly api: ObjectionsApi
  readonly pack: Pack
  readonly onDone: () => void
  readonly onClose: () => void
  readonly onLapse: () => void
}

/** Which verified figure a unit objects to, and why. Offers none that has no figure yet. */
export function RaiseDialog({ api, pack, onDone, onClose, onLapse }: RaiseDialogProps) {
  const { t } = useTranslation('objections')
  const load = useCallback(() => api.standing(), [api])
  const { loaded, reload } = useLoaded(load, onLapse)
  const { acting, act } = useAct(onLapse)
  const [chosen, setChosen] = useState('')
  const [statement, setStatement] = useState('')
  const verified = loaded.step === 'loaded' ? verifiedFigures(loaded.value) : []
  const indicator = chosen || (verified[0]?.indicator ?? '')
  const send = () =>
    void act(() => api.raise({ indicator, statement })).then((answer) => answer !== undefined && onDone())
  return (
    <ActDialog
      title={t('raise')}
      text={t('raiseText')}
      confirm={t('raise')}
      acting={acting}
      ready={indicator !== '' && statement.trim() !== ''}
      onClose={onClose}
      onConfirm={send}
    >
      <LoadedView loaded={loaded} onRetry={() => void reload()}>
        {() =>
          verified.length === 0 ? (
            <Body1>{t('nothing')}</Body1>
          ) : (
            <>
              <Field label={t('indicator')} required>
                <Select value={indicator} onChange={(_, { value }) => setChosen(value)}>
                  {verified.map((one) => (
                    <option key={one.indicator} value={one.indicator}>
                      {t('indicatorLine', lineOf(pack, one))}
                    </option>
                  ))}
                </Select>
              </Field>
              <TextField
                label={t('statement')}
                hint={t('statementHint')}
                value={statement}
                onChange={setStatement}
                long
              />
            </>
          )
        }
      </LoadedView>
    </ActDialog>
  )
}

type Figure = Standing['verification'][number]

const verifiedFigures = ({ verification }: Standing): readonly Figure[] =>
  verification.filter(({ verified }) => verified !== null)

function lineOf(pack: Pack, { indicator, verified, reported }: Figure) {
  const known = pack.indicators.find(({ id }) => id === indicator)
  const figure = (text: string | null) => (text === null ? '—' : `${grouped(text)} ${known?.unit ?? ''}`.trim())
  return { title: known?.title ?? indicator, verified: figure(verified), reported: figure(reported) }
}
