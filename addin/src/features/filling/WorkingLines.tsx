import { makeStyles, tokens } from '@fluentui/react-components'
import { renderIndicator, type CellAddress, type IndicatorResult, type Pack } from '@kaohe/shared-rules'
import { useTranslation } from '../../i18n/use-translation.ts'
import { CellLink } from '../../ui/CellLink.tsx'

/** So many links are enough to see where a figure comes from. */
const MOST = 24

const useStyles = makeStyles({
  lines: {
    margin: `${tokens.spacingVerticalXXS} 0 0`,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
    fontVariantNumeric: 'tabular-nums',
    listStyleType: 'none',
    overflowWrap: 'anywhere',
  },
  from: { display: 'flex', flexWrap: 'wrap', alignItems: 'center' },
})

export interface WorkingLinesProps {
  readonly pack: Pack
  readonly result: IndicatorResult
  /** The cells the figures came from. */
  readonly inputs: () => readonly CellAddress[]
  /** Who verified the figure. */
  readonly by?: readonly string[]
  readonly onReveal: (place: CellAddress) => void
}

/** How the points came about: the same lines the service prints. */
export function WorkingLines({ pack, result, inputs, by = [], onReveal }: WorkingLinesProps) {
  const styles = useStyles()
  const { t } = useTranslation('filling')
  const places = inputs()
  return (
    <ul className={styles.lines}>
      {renderIndicator(pack, result, 'zh-CN').map((line, index) => (
        <li key={index} style={{ paddingLeft: line.startsWith('  ') ? tokens.spacingHorizontalM : 0 }}>
          {line.trim()}
        </li>
      ))}
      {by.length > 0 && <li>{t('working.by', { by: by.join(t('list.comma')) })}</li>}
      {places.length > 0 && (
        <li className={styles.from}>
          {t('working.input')}
          {places.slice(0, MOST).map((place) => (
            <CellLink key={`${place.sheet}!${place.address}`} place={place} onReveal={onReveal} />
          ))}
          {places.length > MOST && <span>…</span>}
        </li>
      )}
    </ul>
  )
}
