import { Button, makeStyles, tokens } from '@fluentui/react-components'
import type { CellAddress } from '@kaohe/shared-rules'
import type { TranslateOf } from '../../i18n/translate.ts'
import { useState } from 'react'
import { useTranslation } from '../../i18n/use-translation.ts'
import { CellLink } from '../../ui/CellLink.tsx'
import { grouped } from '../../ui/figure.ts'
import type { NotSent } from '../../ui/not-sent.ts'

const FIRST = 10

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  cell: { display: 'flex', alignItems: 'baseline', gap: tokens.spacingHorizontalXS },
  why: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
})

interface NotSentListProps {
  readonly cells: readonly NotSent[]
  readonly onReveal: (place: CellAddress) => void
}

/** Cells that were filled in and stay behind, each with the reason. Nothing is dropped without a word. */
export function NotSentList({ cells, onReveal }: NotSentListProps) {
  const styles = useStyles()
  const { t } = useTranslation('submitting')
  const [all, setAll] = useState(false)
  const shown = all ? cells : cells.slice(0, FIRST)
  return (
    <>
      <ul className={styles.list}>
        {shown.map(({ place, why }) => (
          <li key={`${place.sheet}!${place.address}`} className={styles.cell}>
            <CellLink place={place} onReveal={onReveal} />
            <span className={styles.why}>{whyText(why, t)}</span>
          </li>
        ))}
      </ul>
      {cells.length > shown.length && (
        <Button size="small" appearance="subtle" onClick={() => setAll(true)}>
          {t('filling.more', { count: cells.length - shown.length })}
        </Button>
      )}
    </>
  )
}

function whyText(why: NotSent['why'], t: TranslateOf<'submitting'>): string {
  if (why.kind === 'other-unit') return t('submit.notSentWhy.other-unit')
  const shown = grouped(why.shown)
  return why.issued === null
    ? t('submit.notSentWhy.notIssued', { shown })
    : t('submit.notSentWhy.issued', { shown, issued: grouped(why.issued) })
}
