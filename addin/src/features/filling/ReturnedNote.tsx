import { makeStyles, tokens } from '@fluentui/react-components'
import { ArrowHookUpLeft16Regular } from '@fluentui/react-icons/svg/arrow-hook-up-left'
import type { CellAddress } from '@kaohe/shared-rules'
import { useTranslation } from '../../i18n/use-translation.ts'
import { momentText } from '../../ui/moment.ts'
import { CellLink } from '../../ui/CellLink.tsx'
import type { Return } from './returns.ts'

const useStyles = makeStyles({
  root: {
    display: 'grid',
    gridTemplateColumns: 'auto 1fr auto',
    columnGap: tokens.spacingHorizontalS,
    alignItems: 'start',
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorStatusDangerBackground1,
    color: tokens.colorNeutralForeground1,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
    '@media (forced-colors: active)': { border: '1px solid CanvasText' },
  },
  word: {
    display: 'inline-flex',
    gap: '4px',
    alignItems: 'center',
    color: tokens.colorStatusDangerForeground1,
    fontWeight: tokens.fontWeightSemibold,
    whiteSpace: 'nowrap',
  },
  quiet: { color: tokens.colorNeutralForeground3 },
})

export interface ReturnedNoteProps {
  readonly one: Return
  readonly nameOf: (unit: string) => string
  readonly onReveal?: (place: CellAddress) => void
}

/** 退回: which bureau, when, and why; leads to the cell. */
export function ReturnedNote({ one, nameOf, onReveal }: ReturnedNoteProps) {
  const styles = useStyles()
  const { t } = useTranslation()
  const { bureau, reason, at, address, path, item } = one
  return (
    <div className={styles.root}>
      <span className={styles.word}>
        <ArrowHookUpLeft16Regular aria-hidden />
        {t('returned.word')}
      </span>
      <span>
        {reason} <span className={styles.quiet}>{`${nameOf(bureau)} ${momentText(at).slice(5)}`}</span>
        {path === null && item !== '*' && <span className={styles.quiet}> {t('returned.gone', { item })}</span>}
        {path === null && item === '*' && <span className={styles.quiet}> {t('returned.whole')}</span>}
      </span>
      {address && onReveal ? <CellLink place={address} onReveal={onReveal} /> : <span />}
    </div>
  )
}
