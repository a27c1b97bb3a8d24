import {
  Button,
  Caption1,
  Checkbox,
  Field,
  makeStyles,
  MessageBar,
  MessageBarBody,
  Spinner,
  Textarea,
  tokens,
} from '@fluentui/react-components'
import { ArrowLeft20Regular } from '@fluentui/react-icons/svg/arrow-left'
import type { Unit } from '@kaohe/shared-rules'
import { useState } from 'react'
import { useTranslation } from '../../i18n/use-translation.ts'
import type { TargetKey, TargetsApi } from '../../api/targets.ts'
import { useAct } from '../../api/use-act.ts'
import { Page } from '../../ui/Page.tsx'
import { Refused } from '../../ui/Refused.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { cellFaults } from './cell-faults.ts'
import { FaultList } from './FaultList.tsx'
import { readTable, tableOf } from './pasted-table.ts'
import { TableFaults } from './TableFaults.tsx'

const useStyles = makeStyles({
  form: { display: 'grid', gap: tokens.spacingVerticalM, maxWidth: '860px' },
  table: { fontFamily: tokens.fontFamilyMonospace },
  line: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px' },
  quiet: { color: tokens.colorNeutralForeground2 },
})

interface NewDraftPageProps {
  readonly api: TargetsApi
  readonly keys: readonly TargetKey[]
  readonly units: readonly Unit[]
  /** The version to start from. */
  readonly inForce: number | null
  readonly onDrafted: (number: string) => void
  readonly onBack: () => void
  readonly onLapse: () => void
}

/** A new draft out of a table of units by tasks, pasted from a workbook; figures that are none are put right here, cell by cell. */
export function NewDraftPage({ api, keys, units, inForce, onDrafted, onBack, onLapse }: NewDraftPageProps) {
  const styles = useStyles()
  const { t } = useTranslation('office')
  const { acting, act, dismiss } = useAct(onLapse)
  const [title, setTitle] = useState('')
  const [sample, setSample] = useState(false)
  const [text, setText] = useState('')
  /** What was put right by hand, over what was pasted; empty is no task. */
  const [mended, setMended] = useState<Readonly<Record<string, string>>>({})
  const pasted = text.trim() === '' ? null : readTable(text, keys, units)
  const faults = acting.step === 'refused' ? cellFaults(acting.error, keys, units) : []
  const busy = acting.step === 'busy'

  function take(table: string) {
    setText(table)
    setMended({})
    dismiss()
  }
  async function fillIn() {
    if (inForce === null) return
    const version = await act(() => api.issue(inForce))
    if (version) take(tableOf(version.targets, keys, units, t('targets.unit')))
  }
  async function save() {
    if (!pasted) return
    const targets = Object.fromEntries(
      Object.entries(pasted.targets).map(([unit, own]) => [
        unit,
        Object.fromEntries(
          Object.entries(own)
            .map(([key, figure]) => [key, (mended[`${unit} ${key}`] ?? figure).trim()] as const)
            .filter(([, figure]) => figure !== ''),
        ),
      ]),
    )
    const drafted = await act(() => api.add({ title, sample, targets }))
    if (drafted) onDrafted(drafted.draft.number)
  }
  return (
    <Page
      title={t('targets.new')}
      text={t('targets.newText')}
      actions={
        <Button icon={<ArrowLeft20Regular />} onClick={onBack}>
          {t('targets.back')}
        </Button>
      }
    >
      <div className={styles.form}>
        <TextField
          label={t('targets.draftTitle')}
          hint={t('targets.draftTitleHint')}
          value={title}
          onChange={setTitle}
        />
        <Checkbox
          label={t('targets.isSample')}
          checked={sample}
          onChange={(_, data) => setSample(data.checked === true)}
        />
        <Field label={t('targets.paste')} hint={t('targets.pasteHint')} required>
          <Textarea
            className={styles.table}
            value={text}
            rows={10}
            wrap="off"
            resize="vertical"
            onChange={(_, { value }) => take(value)}
          />
        </Field>
        {inForce !== null && (
          <div>
            <Button size="small" disabled={busy} onClick={() => void fillIn()}>
              {t('targets.fillIn', { number: inForce })}
            </Button>
          </div>
        )}
        {pasted && <TableFaults table={pasted} />}
        {acting.step === 'refused' && faults.length === 0 && <Refused error={acting.error} />}
        {faults.length > 0 && (
          <FaultList
            faults={faults}
            valueOf={({ unit, key }) => mended[`${unit} ${key}`] ?? pasted?.targets[unit]?.[key] ?? ''}
            onMend={({ unit, key }, value) => setMended((before) => ({ ...before, [`${unit} ${key}`]: value }))}
          />
        )}
        {pasted && pasted.faults.length === 0 && (
          <MessageBar intent="info" layout="multiline">
            <MessageBarBody>
              {t('targets.read', { units: Object.keys(pasted.targets).length, figures: pasted.figures })}
            </MessageBarBody>
          </MessageBar>
        )}
        <div className={styles.line}>
          <Button
            appearance="primary"
            disabled={busy || title.trim() === '' || !pasted || pasted.faults.length > 0 || pasted.figures === 0}
            icon={busy ? <Spinner size="tiny" /> : null}
            onClick={() => void save()}
          >
            {t('targets.save')}
          </Button>
          <Caption1 className={styles.quiet}>{t('targets.saveText')}</Caption1>
        </div>
      </div>
    </Page>
  )
}
