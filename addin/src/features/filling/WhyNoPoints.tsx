import { Caption1, makeStyles, tokens } from '@fluentui/react-components'
import type { IndicatorResult, MissingFact, Pack } from '@kaohe/shared-rules'
import type { Translate } from '../../i18n/translate.ts'
import { useTranslation } from '../../i18n/use-translation.ts'
import { columnTitle } from '../../ui/cell-name.ts'

const useStyles = makeStyles({ root: { color: tokens.colorNeutralForeground3 } })

interface WhyNoPointsProps {
  readonly pack: Pack
  readonly result: IndicatorResult
}

/** Why an indicator has no points: not asked for, not handed down, or what is missing. */
export function WhyNoPoints({ pack, result }: WhyNoPointsProps) {
  const styles = useStyles()
  const { t } = useTranslation()
  const { status, clause, missing } = result
  if (status === 'scored') return null
  const text =
    status === 'undecided'
      ? [...new Set(missing.map((fact) => missingText(pack, fact, t)))].slice(0, 3).join(t('list.semicolon'))
      : t(`score.explain.${status}`)
  return (
    <Caption1 block className={styles.root}>
      {text}
      {clause && t('list.bracketed', { text: t('filling.clause', { clause }) })}
    </Caption1>
  )
}

/** What a score waits for, in the words of the sheet. */
function missingText(pack: Pack, { kind, key, index, field }: MissingFact, t: Translate): string {
  if (kind === 'target') return t('score.missing.target')
  if (kind === 'actual') return t('score.missing.actual')
  const ledger = pack.forms.flatMap(({ ledgers }) => ledgers).find(({ id }) => id === key)
  if (index === undefined) return t('score.missing.ledger')
  const column = ledger?.columns.find(({ id }) => id === field)
  return t('score.missing.item', { row: index + 1, field: column ? columnTitle(column) : (field ?? '') })
}
