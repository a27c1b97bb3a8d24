import { Button, Caption1, makeStyles, Select, ToggleButton, tokens } from '@fluentui/react-components'
import { ArrowClockwise20Regular } from '@fluentui/react-icons/svg/arrow-clockwise'
import type { Pack } from '@kaohe/shared-rules'
import { useTranslation } from '../../../i18n/use-translation.ts'
import { Meter } from '../../../ui/Meter.tsx'
import { isShown, shows, type Choice, type Progress, type QueueEntry } from '../choices.ts'
import type { Drafts } from '../drafts.ts'

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
    flexShrink: 0,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalS}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  progress: {
    display: 'grid',
    gridTemplateColumns: '1fr auto',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalS,
  },
  words: { color: tokens.colorNeutralForeground2, fontVariantNumeric: 'tabular-nums' },
  shows: { display: 'flex', flexWrap: 'wrap', gap: '4px' },
  show: { minWidth: 'auto' },
  by: { display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(88px, 1fr))', gap: '4px' },
  select: { minWidth: 0 },
})

interface FilterBarProps {
  readonly entries: readonly QueueEntry[]
  readonly drafts: Drafts
  readonly pack: Pack
  readonly progress: Progress
  readonly choice: Choice
  readonly onChoice: (choice: Choice) => void
  readonly onReload: () => void
}

/** How far the bureau has come, and which part of it to look at. */
export function FilterBar({ entries, drafts, pack, progress, choice, onChoice, onReload }: FilterBarProps) {
  const styles = useStyles()
  const { t } = useTranslation('verifying')
  const { total, decided, ready, incomplete } = progress
  const lines = entries.flatMap((entry) => entry.lines)
  const reported = new Map(entries.map(({ report }) => [report.unit.id, report.unit.name]))
  const forms = pack.forms.filter(({ id }) => entries.some(({ report }) => report.form === id))
  const indicators = pack.indicators.filter(({ id }) =>
    entries.some(({ report }) => report.indicators.some(({ indicator }) => indicator === id)),
  )
  const words = [
    t('progress.text', { decided, total }),
    ...(ready > 0 ? [t('progress.ready', { count: ready })] : []),
    ...(incomplete > 0 ? [t('progress.incomplete', { count: incomplete })] : []),
  ]
  return (
    <div className={styles.root}>
      <div className={styles.progress} role="group" aria-label={t('progress.label')}>
        <Caption1 className={styles.words}>{words.join(' · ')}</Caption1>
        <Button
          appearance="subtle"
          size="small"
          icon={<ArrowClockwise20Regular />}
          aria-label={t('reload')}
          onClick={onReload}
        />
      </div>
      <Meter
        total={total}
        parts={[
          { kind: 'done', count: decided },
          { kind: 'waiting', count: ready },
          { kind: 'trouble', count: incomplete },
        ]}
      />
      <div className={styles.shows} role="group" aria-label={t('show.label')}>
        {shows.map((show) => (
          <ToggleButton
            key={show}
            className={styles.show}
            size="small"
            shape="circular"
            checked={choice.show === show}
            onClick={() => onChoice({ ...choice, show })}
          >
            {`${t(`show.${show}`)} ${lines.filter((line) => isShown(line, show, drafts)).length}`}
          </ToggleButton>
        ))}
      </div>
      <div className={styles.by}>
        <By
          label={t('by.unit')}
          all={t('by.allUnits')}
          options={[...reported].map(([id, name]) => ({ id, name }))}
          value={choice.unit}
          onPick={(unit) => onChoice({ ...choice, unit })}
        />
        <By
          label={t('by.form')}
          all={t('by.allForms')}
          options={forms.map(({ id, annex }) => ({ id, name: annex }))}
          value={choice.form}
          onPick={(form) => onChoice({ ...choice, form })}
        />
        <By
          label={t('by.indicator')}
          all={t('by.allIndicators')}
          options={indicators.map(({ id, title }) => ({ id, name: title }))}
          value={choice.indicator}
          onPick={(indicator) => onChoice({ ...choice, indicator })}
        />
      </div>
    </div>
  )
}

interface ByProps {
  readonly label: string
  readonly all: string
  readonly options: readonly { readonly id: string; readonly name: string }[]
  readonly value: string | null
  readonly onPick: (id: string | null) => void
}

function By({ label, all, options, value, onPick }: ByProps) {
  const styles = useStyles()
  return (
    <Select
      className={styles.select}
      size="small"
      aria-label={label}
      value={value ?? ''}
      onChange={(_, data) => onPick(data.value === '' ? null : data.value)}
    >
      <option value="">{all}</option>
      {options.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </Select>
  )
}
