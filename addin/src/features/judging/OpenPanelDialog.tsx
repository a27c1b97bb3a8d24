import { Checkbox, Field, Label, makeStyles, Select, tokens } from '@fluentui/react-components'
import { useCallback, useState } from 'react'
import { useTranslation } from '../../i18n/use-translation.ts'
import { useAct } from '../../api/use-act.ts'
import { useLoaded } from '../../api/use-loaded.ts'
import { ActDialog } from '../../ui/ActDialog.tsx'
import { LoadedView } from '../../ui/LoadedView.tsx'
import { TextField } from '../../ui/TextField.tsx'
import type { JudgingPageProps } from './JudgingPage.tsx'

const useStyles = makeStyles({
  choices: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(120px, 1fr))',
    maxHeight: '180px',
    overflowY: 'auto',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
})

interface OpenPanelDialogProps extends JudgingPageProps {
  readonly onDone: () => void
  readonly onClose: () => void
}

/** Opens a panel: for which award, who is judged by whom, by whose decision and why. */
export function OpenPanelDialog({ api, pack, units, onDone, onClose, onLapse }: OpenPanelDialogProps) {
  const { t } = useTranslation('judging')
  const { acting, act } = useAct(onLapse)
  const load = useCallback(() => api.accounts(), [api])
  const { loaded, reload } = useLoaded(load, onLapse)
  const awards = pack.awards.filter(({ basis }) => basis.some(({ by }) => by === 'judged'))
  const [award, setAward] = useState(awards[0]?.id ?? '')
  const [candidates, setCandidates] = useState<readonly string[]>([])
  const [judges, setJudges] = useState<readonly string[]>([])
  const [decider, setDecider] = useState('')
  const [reason, setReason] = useState('')
  const key = awards.find(({ id }) => id === award)?.basis.find(({ by }) => by === 'judged')
  const rubric = pack.rubrics?.find(({ id }) => key?.by === 'judged' && id === key.rubric)
  const fewest = rubric?.judges ?? 1
  const ready =
    award !== '' && candidates.length > 0 && judges.length >= fewest && decider.trim() !== '' && reason.trim() !== ''
  return (
    <ActDialog
      title={t('open')}
      text={t('openText')}
      confirm={t('open')}
      acting={acting}
      ready={ready}
      onClose={onClose}
      onConfirm={() =>
        void act(() => api.open({ award, candidates: [...candidates], judges: [...judges], decider, reason })).then(
          (answer) => answer !== undefined && onDone(),
        )
      }
    >
      <Field label={t('award')} required>
        <Select value={award} onChange={(_, { value }) => setAward(value)}>
          {awards.map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </Select>
      </Field>
      <Choices
        label={t('candidates')}
        all={units.map(({ id, name }) => ({ id, name }))}
        chosen={candidates}
        onChange={setCandidates}
      />
      <LoadedView loaded={loaded} onRetry={() => void reload()}>
        {({ accounts }) => (
          <Choices
            label={t('judges', { least: fewest })}
            all={accounts
              .filter(({ disabledAt }) => disabledAt === null)
              .map(({ username, name }) => ({ id: username, name }))}
            chosen={judges}
            onChange={setJudges}
          />
        )}
      </LoadedView>
      <TextField label={t('decider')} value={decider} onChange={setDecider} />
      <TextField label={t('reason')} value={reason} onChange={setReason} long />
    </ActDialog>
  )
}

interface ChoicesProps {
  readonly label: string
  readonly all: readonly { readonly id: string; readonly name: string }[]
  readonly chosen: readonly string[]
  readonly onChange: (chosen: readonly string[]) => void
}

function Choices({ label, all, chosen, onChange }: ChoicesProps) {
  const styles = useStyles()
  return (
    <div>
      <Label required>{label}</Label>
      <div className={styles.choices} role="group" aria-label={label}>
        {all.map(({ id, name }) => (
          <Checkbox
            key={id}
            label={name}
            checked={chosen.includes(id)}
            onChange={(_, { checked }) =>
              onChange(checked === true ? [...chosen, id] : chosen.filter((one) => one !== id))
            }
          />
        ))}
      </div>
    </div>
  )
}
