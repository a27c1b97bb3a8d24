import { Badge, Caption1, makeStyles, MessageBar, MessageBarBody, Subtitle2, tokens } from '@fluentui/react-components'
import { exactText, parseExact, subtract, type Pack, type Unit } from '@kaohe/shared-rules'
import { useTranslation } from '../../i18n/use-translation.ts'
import type { Differences } from '../../api/templates.ts'
import { grouped } from '../../ui/figure.ts'
import { TargetDifferences } from '../../ui/TargetDifferences.tsx'

const useStyles = makeStyles({
  list: { margin: 0, paddingLeft: tokens.spacingHorizontalL },
  sums: { margin: 0, padding: 0, listStyleType: 'none', display: 'grid', gap: tokens.spacingVerticalXS },
  line: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px' },
  quiet: { color: tokens.colorNeutralForeground2, fontVariantNumeric: 'tabular-nums' },
})

const colours = { equal: 'success', over: 'warning', short: 'danger' } as const

interface TemplateDifferencesProps {
  readonly differences: Differences
  readonly pack: Pack
  readonly units: readonly Unit[]
}

/** Where the annex and the register do not agree: units, targets, and what does not add up. */
export function TemplateDifferences({ differences, pack, units }: TemplateDifferencesProps) {
  const styles = useStyles()
  const { t } = useTranslation('office')
  const { unitsMissing, strangers, targets, unreadable, sums } = differences
  const keys = pack.districtTargets
  const about = (key: string) => keys.find((one) => one.key === key) ?? { title: key, unit: '' }
  const unitOf = (id: string) => units.find((unit) => unit.id === id)?.name ?? id
  return (
    <>
      {unreadable.length > 0 && (
        <MessageBar intent="error" layout="multiline">
          <MessageBarBody>
            {t('templates.unreadable')}
            <ul className={styles.list}>
              {unreadable.map(({ unit, key, text }) => (
                <li key={`${unit} ${key}`}>
                  {t('templates.unreadableCell', { unit: unitOf(unit), task: about(key).title, text })}
                </li>
              ))}
            </ul>
          </MessageBarBody>
        </MessageBar>
      )}
      <section aria-label={t('templates.units')}>
        <Subtitle2 as="h3">{t('templates.units')}</Subtitle2>
        <Caption1 block>
          {unitsMissing.length === 0
            ? t('templates.allUnits')
            : t('templates.unitsMissing', { units: unitsMissing.map(unitOf).join(t('comma')) })}
        </Caption1>
        {strangers.length > 0 && (
          <Caption1 block>{t('templates.strangers', { names: strangers.join(t('comma')) })}</Caption1>
        )}
      </section>
      <TargetDifferences
        title={t('templates.targets')}
        differences={targets.map(({ unit, key, annex, register }) => ({ unit, key, from: register, to: annex }))}
        keys={keys}
        units={units}
      />
      <ul className={styles.sums} aria-label={t('targets.reconciliation')}>
        {sums.map(({ key, units: sum, total, district, balance }) => {
          const { title, unit } = about(key)
          const measured = (figure: string) => `${grouped(figure)} ${unit}`
          return (
            <li key={key} className={styles.line}>
              <span>{title}</span>
              {balance && (
                <Badge appearance="tint" color={colours[balance]}>
                  {t(`templates.balance.${balance}`, { amount: measured(distance(sum, total ?? district)) })}
                </Badge>
              )}
              <Caption1 className={styles.quiet}>
                {[
                  t('templates.sum', { sum: measured(sum) }),
                  ...(total === null ? [] : [t('templates.total', { figure: measured(total) })]),
                  ...(district === null ? [] : [t('targets.district', { figure: measured(district) })]),
                ].join(' · ')}
              </Caption1>
            </li>
          )
        })}
      </ul>
    </>
  )
}

/** How far two figures are apart, whichever is more. */
function distance(one: string, other: string | null): string {
  const [a, b] = [parseExact(one), parseExact(other ?? '')]
  return a && b ? (exactText(subtract(a, b)) ?? '').replace(/^-/, '') : ''
}
