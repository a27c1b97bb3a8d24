import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { ChevronDown16Regular } from '@fluentui/react-icons/svg/chevron-down'
import { ChevronRight16Regular } from '@fluentui/react-icons/svg/chevron-right'
import { renderIndicator, type CellAddress, type IndicatorResult, type Pack } from '@kaohe/shared-rules'
import { useId, useState } from 'react'
import { useTranslation } from '../../i18n/use-translation.ts'

/** So many links are enough to see where a figure comes from. */
const MOST = 24

const useStyles = makeStyles({
  button: { minWidth: 'auto', paddingLeft: '2px', color: tokens.colorNeutralForeground2, fontWeight: 'normal' },
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
  place: { minWidth: 'auto', padding: '0 4px', color: tokens.colorBrandForegroundLink },
  from: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalXS },
})

interface WorkingProps {
  readonly pack: Pack
  readonly result: IndicatorResult
  /** The cells the figures came from; asked for when unfolded. */
  readonly inputs: () => readonly CellAddress[]
  /** Who verified the figure. */
  readonly by?: readonly string[]
  readonly onReveal: (place: CellAddress) => void
}

/** How the points came about, unfolded on demand: the same lines the service prints. */
export function Working({ pack, result, inputs, by = [], onReveal }: WorkingProps) {
  const styles = useStyles()
  const { t } = useTranslation()
  const [open, setOpen] = useState(false)
  const id = useId()
  const places = open ? inputs() : []
  return (
    <div>
      <Button
        className={styles.button}
        appearance="transparent"
        size="small"
        icon={open ? <ChevronDown16Regular /> : <ChevronRight16Regular />}
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      >
        {t('filling.working')}
      </Button>
      {open && (
        <ul id={id} className={styles.lines}>
          {renderIndicator(pack, result, 'zh-CN').map((line, index) => (
            <li key={index} style={{ paddingLeft: line.startsWith('  ') ? tokens.spacingHorizontalM : 0 }}>
              {line.trim()}
            </li>
          ))}
          {by.length > 0 && <li>{t('filling.by', { by: by.join(t('list.comma')) })}</li>}
          {places.length > 0 && (
            <li className={styles.from}>
              {t('filling.input')}
              {places.slice(0, MOST).map((place) => (
                <Button
                  key={`${place.sheet}!${place.address}`}
                  className={styles.place}
                  size="small"
                  appearance="transparent"
                  aria-label={t('filling.goto', { ...place })}
                  onClick={() => onReveal(place)}
                >
                  {place.address}
                </Button>
              ))}
              {places.length > MOST && <span>…</span>}
            </li>
          )}
        </ul>
      )}
    </div>
  )
}
