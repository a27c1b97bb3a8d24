import { makeStyles, tokens } from '@fluentui/react-components'
import { subtract, exactText, type Pack, type UnitFacts } from '@kaohe/shared-rules'
import type { Translate } from '../../i18n/translate.ts'
import { useTranslation } from '../../i18n/use-translation.ts'
import { exactOf, grouped } from '../../ui/figure.ts'
import type { IndicatorEntry } from './entries.ts'
import { nextStep } from './next-step.ts'

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: tokens.spacingHorizontalM,
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    fontVariantNumeric: 'tabular-nums',
  },
  strong: { color: tokens.colorNeutralForeground1, fontWeight: tokens.fontWeightSemibold },
})

interface FigureNotesProps {
  readonly pack: Pack
  readonly facts: UnitFacts
  readonly entry: IndicatorEntry
  readonly nameOf: (unit: string) => string
}

/** Beside the figure: how it moved since the last report, what was verified and by whom, and what one more step is worth. */
export function FigureNotes({ pack, facts, entry, nameOf }: FigureNotesProps) {
  const styles = useStyles()
  const { t } = useTranslation()
  const moved = movedText(entry, t)
  const verified = verifiedText(entry, nameOf, t)
  const next = nextStep(pack, facts, entry.result)
  if (!moved && !verified && !next) return null
  return (
    <div className={styles.root}>
      {moved && <span>{moved}</span>}
      {verified && <span className={styles.strong}>{verified}</span>}
      {next && (
        <span>
          {next.worth === '0'
            ? t('notes.full')
            : t('notes.next', { step: grouped(next.step), unit: entry.indicator.unit, worth: next.worth })}
        </span>
      )}
    </div>
  )
}

/** `较上次 +300`: against the latest report, whatever window it was for. */
function movedText({ cell, indicator }: IndicatorEntry, t: Translate): string | null {
  if (!cell || cell.before === undefined || cell.before === null || cell.value === null) return null
  const [now, before] = [exactOf(cell.value), exactOf(cell.before)]
  if (!now || !before) return null
  const difference = exactText(subtract(now, before))
  if (difference === '0') return t('notes.same', { before: grouped(cell.before), unit: indicator.unit })
  const signed = difference.startsWith('-') ? grouped(difference) : `+${grouped(difference)}`
  return t('notes.moved', { difference: signed, before: grouped(cell.before) })
}

function verifiedText(
  { verification, indicator }: IndicatorEntry,
  nameOf: (unit: string) => string,
  t: Translate,
): string | null {
  if (!verification || verification.verified === null) return null
  const { verified, difference, by } = verification
  const changed = difference !== null && difference !== '0'
  return t(changed ? 'notes.adjusted' : 'notes.verified', {
    value: grouped(verified),
    unit: indicator.unit,
    difference: grouped(difference ?? ''),
    by: by.map(nameOf).join(t('list.comma')),
  })
}
