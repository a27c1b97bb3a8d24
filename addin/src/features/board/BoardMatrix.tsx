import { Caption1, makeStyles, tokens } from '@fluentui/react-components'
import { Flag16Regular } from '@fluentui/react-icons/svg/flag'
import type { Pack } from '@kaohe/shared-rules'
import { useState } from 'react'
import { useTranslation } from '../../i18n/use-translation.ts'
import type { BoardForm, BoardRow } from '../../api/office.ts'
import { Meter } from '../../ui/Meter.tsx'
import { momentText } from '../../ui/moment.ts'
import { savedApart } from '../../ui/saved-apart.ts'
import { verifiedOf, type PoolRows } from './board.ts'
import { StateMark } from './StateMark.tsx'

const useStyles = makeStyles({
  table: { borderCollapse: 'collapse', width: '100%', maxWidth: '860px', tableLayout: 'fixed' },
  caption: { textAlign: 'left', fontWeight: tokens.fontWeightSemibold, paddingBottom: '4px' },
  head: {
    padding: '4px 2px',
    textAlign: 'center',
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground2,
    position: 'sticky',
    top: 0,
    zIndex: 1,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  unitHead: { textAlign: 'left', width: '30%' },
  row: { borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  unit: { textAlign: 'left', fontWeight: tokens.fontWeightRegular, padding: '2px 0' },
  unitButton: {
    display: 'flex',
    alignItems: 'center',
    gap: '4px',
    width: '100%',
    padding: '4px 0',
    border: 'none',
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground1,
    fontFamily: tokens.fontFamilyBase,
    fontSize: tokens.fontSizeBase200,
    textAlign: 'left',
    cursor: 'pointer',
    ':hover': { textDecorationLine: 'underline' },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  flag: { color: tokens.colorStatusWarningForeground3, flexShrink: 0, display: 'inline-flex' },
  cell: { textAlign: 'center', padding: '3px 0', verticalAlign: 'middle' },
  verified: { fontSize: tokens.fontSizeBase100, fontVariantNumeric: 'tabular-nums' },
  details: {
    padding: tokens.spacingHorizontalS,
    backgroundColor: tokens.colorNeutralBackground2,
    fontSize: tokens.fontSizeBase200,
  },
  list: { margin: 0, paddingLeft: tokens.spacingHorizontalL },
})

interface BoardMatrixProps {
  readonly pool: PoolRows
  readonly pack: Pack
}

/** Units by forms, a mark in each cell; a unit unfolds to times, verification and what to look at. */
export function BoardMatrix({ pool, pack }: BoardMatrixProps) {
  const styles = useStyles()
  const { t } = useTranslation('office')
  const [open, setOpen] = useState<string | null>(null)
  return (
    <table className={styles.table}>
      <caption className={styles.caption}>{t('board.pool', { pool: pool.title, count: pool.rows.length })}</caption>
      <thead>
        <tr>
          <th scope="col" className={`${styles.head} ${styles.unitHead}`}>
            {t('board.unit')}
          </th>
          {pack.forms.map(({ id, annex, title }) => (
            <th key={id} scope="col" className={styles.head} title={title}>
              {annex}
            </th>
          ))}
          <th scope="col" className={styles.head}>
            {t('board.verified')}
          </th>
        </tr>
      </thead>
      <tbody>
        {pool.rows.map((row) => [
          <tr key={row.unit.id} className={styles.row}>
            <th scope="row" className={styles.unit}>
              <button
                type="button"
                className={styles.unitButton}
                aria-expanded={open === row.unit.id}
                onClick={() => setOpen(open === row.unit.id ? null : row.unit.id)}
              >
                {row.unit.name}
                {row.flags.length > 0 && (
                  <span className={styles.flag}>
                    <Flag16Regular aria-label={t('board.flags')} />
                  </span>
                )}
              </button>
            </th>
            {row.forms.map((form) => (
              <td key={form.form} className={styles.cell} title={titleOf(form)}>
                <StateMark state={form.state} timeliness={form.timeliness} />
              </td>
            ))}
            <td className={styles.cell}>
              <Verified row={row} />
            </td>
          </tr>,
          open === row.unit.id && (
            <tr key={`${row.unit.id} details`}>
              <td colSpan={pack.forms.length + 2} className={styles.details}>
                <Details row={row} pack={pack} />
              </td>
            </tr>
          ),
        ])}
      </tbody>
    </table>
  )

  function titleOf({ state, timeliness, completedAt }: BoardForm): string {
    const words = [t(`stateLong.${state}`), ...(timeliness ? [t(`timeliness.${timeliness}`)] : [])]
    return [...words, ...(completedAt ? [t('board.completedAt', { time: momentText(completedAt) })] : [])].join(' · ')
  }
}

function Verified({ row }: { readonly row: BoardRow }) {
  const styles = useStyles()
  const { t } = useTranslation('office')
  const { verified, partial, unverified, total } = verifiedOf(row)
  if (total === 0) return <Caption1>—</Caption1>
  return (
    <span className={styles.verified} title={t('board.verifiedText', { verified, partial, unverified })}>
      <Meter
        total={total}
        parts={[
          { kind: 'done', count: verified },
          { kind: 'trouble', count: partial },
        ]}
      />
      {t('board.verifiedOf', { verified, total })}
    </span>
  )
}

function Details({ row, pack }: { readonly row: BoardRow; readonly pack: Pack }) {
  const styles = useStyles()
  const { t } = useTranslation('office')
  const titleOf = (indicator: string) => pack.indicators.find(({ id }) => id === indicator)?.title ?? indicator
  const placeText = ({ form, item }: BoardRow['flags'][number]['places'][number]) =>
    [pack.forms.find(({ id }) => id === form)?.annex, item].filter(Boolean).join(' ')
  const reported = row.forms.filter(({ number }) => number !== null)
  function savedText(completedAt: string | null, savedAt: string | null): readonly string[] {
    const apart = completedAt === null ? null : savedApart(savedAt, completedAt)
    return apart === null ? [] : [t('board.savedAt', { time: momentText(apart) })]
  }
  return (
    <ul className={styles.list}>
      {reported.map(({ form, number, completedAt, savedAt, timeliness }) => (
        <li key={form}>
          {[
            pack.forms.find(({ id }) => id === form)?.annex ?? form,
            ...(completedAt ? [t('board.completedAt', { time: momentText(completedAt) })] : []),
            ...(timeliness ? [t(`timeliness.${timeliness}`)] : []),
            ...savedText(completedAt, savedAt),
            t('board.latest', { number: number ?? '' }),
          ].join(' · ')}
        </li>
      ))}
      <li>{t('board.verifiedText', { ...verifiedOf(row) })}</li>
      {row.flags.map(({ flag, indicator, places }) => (
        <li key={`${flag} ${indicator} ${JSON.stringify(places)}`}>
          {t(`board.flag.${flag}`, {
            indicator: indicator === null ? '' : titleOf(indicator),
            places: places.map(placeText).join(t('comma')),
          })}
        </li>
      ))}
    </ul>
  )
}
