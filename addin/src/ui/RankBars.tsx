import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { share } from './figure.ts'

const useStyles = makeStyles({
  bars: {
    display: 'flex',
    flexDirection: 'column',
    gap: '3px',
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    maxWidth: '860px',
  },
  bar: {
    display: 'grid',
    gridTemplateColumns: '2em minmax(5em, 12em) 1fr auto',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalS,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    padding: '1px 0',
  },
  own: { fontWeight: tokens.fontWeightSemibold, backgroundColor: tokens.colorNeutralBackground3 },
  rank: { textAlign: 'right', color: tokens.colorNeutralForeground2, fontVariantNumeric: 'tabular-nums' },
  name: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  track: { height: '8px', borderRadius: '4px', backgroundColor: tokens.colorNeutralBackground4, overflow: 'hidden' },
  fill: {
    height: '100%',
    borderRadius: '4px',
    backgroundColor: tokens.colorBrandBackground,
    '@media (forced-colors: active)': { backgroundColor: 'Highlight' },
  },
  total: { textAlign: 'right', fontVariantNumeric: 'tabular-nums', minWidth: '3.5em' },
})

export interface RankBar {
  readonly key: string
  readonly rank: number | null
  readonly name: ReactNode
  /** Decimal text; null where it cannot be known. */
  readonly total: string | null
  /** Said in place of a total that is not known. */
  readonly otherwise: string
  readonly own?: boolean
}

/** A ranking as a picture: place, name, a bar, the total. */
export function RankBars({ label, bars }: { readonly label: string; readonly bars: readonly RankBar[] }) {
  const styles = useStyles()
  const most = bars.reduce((top, { total }) => (total !== null && Number(total) > Number(top) ? total : top), '100')
  return (
    <ol className={styles.bars} aria-label={label}>
      {bars.map(({ key, rank, name, total, otherwise, own }) => (
        <li key={key} className={mergeClasses(styles.bar, own && styles.own)}>
          <span className={styles.rank}>{rank ?? '—'}</span>
          <span className={styles.name}>{name}</span>
          <span className={mergeClasses(total !== null && styles.track)} aria-hidden>
            {total !== null && <div className={styles.fill} style={{ width: `${share(total, most) * 100}%` }} />}
          </span>
          <span className={styles.total}>{total ?? otherwise}</span>
        </li>
      ))}
    </ol>
  )
}
