import { Button, Caption1, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import type { CellAddress, CellPath, CellValue } from '@kaohe/shared-rules'
import { useTranslation } from '../i18n/use-translation.ts'
import { SeverityMark } from './SeverityMark.tsx'

/** What may stand in a cell instead, with the person's consent. */
export interface Correction {
  readonly place: CellAddress
  /** As the person reads it. */
  readonly value: string
  /** As the cell holds it: a number, Excel's day number, a text. */
  readonly entry: CellValue
}

/** What a check found at a place, ready to be said. */
export interface Finding {
  /** `check@path`: one finding per place, and the key under which its reason travels. */
  readonly key: string
  readonly severity: 'red' | 'amber' | 'advice'
  readonly message: string
  readonly clause: string
  readonly paths: readonly CellPath[]
  /** Where it leads; a finding on something that is not in the sheet leads nowhere. */
  readonly address?: CellAddress
  readonly correction?: Correction
  /** The cell cannot be read as it stands, so nothing is lost by correcting it together with others. */
  readonly unreadable?: true
}

const useStyles = makeStyles({
  root: {
    display: 'grid',
    gridTemplateColumns: 'auto 1fr',
    columnGap: tokens.spacingHorizontalS,
    alignItems: 'start',
    width: '100%',
    boxSizing: 'border-box',
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
    border: 'none',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground1,
    fontFamily: tokens.fontFamilyBase,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
    textAlign: 'left',
  },
  link: {
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover },
    ':active': { backgroundColor: tokens.colorSubtleBackgroundPressed },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  place: { color: tokens.colorBrandForegroundLink, whiteSpace: 'nowrap', marginLeft: tokens.spacingHorizontalXS },
  // Under the sentence, which stands beside the mark.
  correct: { alignSelf: 'flex-start', marginLeft: '72px', marginBottom: tokens.spacingVerticalXS },
})

interface FindingRowProps {
  readonly finding: Finding
  readonly onReveal: (place: CellAddress) => void
  /** Puts the suggested value into the cell; without it none is offered. */
  readonly onCorrect?: OnCorrect | undefined
}

export type OnCorrect = (findings: readonly Finding[]) => void

/** One finding as a line that leads to its cell, and under it what might stand there instead. */
export function FindingRow({ finding, onReveal, onCorrect }: FindingRowProps) {
  const styles = useStyles()
  const { t } = useTranslation()
  const { correction } = finding
  return (
    <>
      <FindingLine finding={finding} onReveal={onReveal} />
      {correction && onCorrect && (
        <Button
          className={styles.correct}
          size="small"
          title={t('correction.at', { ...correction.place })}
          onClick={() => onCorrect([finding])}
        >
          {t('correction.one', { value: correction.value })}
        </Button>
      )}
    </>
  )
}

function FindingLine({ finding, onReveal }: Pick<FindingRowProps, 'finding' | 'onReveal'>) {
  const styles = useStyles()
  const { t } = useTranslation()
  const { address, severity, message } = finding
  if (!address) {
    return (
      <div className={styles.root}>
        <SeverityMark severity={severity} />
        <span>{message}</span>
      </div>
    )
  }
  return (
    <button
      type="button"
      className={mergeClasses(styles.root, styles.link)}
      onClick={() => onReveal(address)}
      title={t('filling.goto', { ...address })}
    >
      <SeverityMark severity={severity} />
      <span>
        {message}
        <Caption1 className={styles.place}>{address.address} ›</Caption1>
      </span>
    </button>
  )
}
