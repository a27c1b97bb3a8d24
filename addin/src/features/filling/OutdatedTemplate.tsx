import { Body1, Button, Caption1, makeStyles, Subtitle2, tokens } from '@fluentui/react-components'
import { ArrowSync24Regular } from '@fluentui/react-icons/svg/arrow-sync'
import { templateChanges, type Form, type FormRecord } from '@kaohe/shared-rules'
import { useMemo, useState } from 'react'
import { useTranslation } from '../../i18n/use-translation.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import type { Outdated } from './outdated.ts'

const useStyles = makeStyles({
  changes: {
    margin: '0 12px',
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    borderRadius: tokens.borderRadiusLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  list: { margin: `${tokens.spacingVerticalXS} 0 0`, paddingLeft: tokens.spacingHorizontalXL },
  quiet: { color: tokens.colorNeutralForeground3 },
})

export interface OutdatedTemplateProps {
  readonly outdated: Outdated
  /** Keeps the figures for the new workbook; resolves to false when this machine could not. */
  readonly onTake: (record: FormRecord, template: number) => Promise<boolean>
}

/** The workbook was made from another template: what changed since, and how its figures get into the new one. Nothing is written here. */
export function OutdatedTemplate({ outdated, onTake }: OutdatedTemplateProps) {
  const styles = useStyles()
  const { t } = useTranslation('filling')
  const [taken, setTaken] = useState<boolean | null>(null)
  const { form, template, binding, names, record } = outdated
  const changes = useMemo(() => templateChanges(form, binding, names), [form, binding, names])
  const newer = template > form.template
  const filled = record === null ? 0 : filledCells(record)
  return (
    <>
      <EmptyState
        icon={<ArrowSync24Regular />}
        title={t(newer ? 'outdated.newer' : 'outdated.title', { annex: form.annex })}
        text={t(newer ? 'outdated.newerText' : 'outdated.text', { template, current: form.template })}
      >
        {!newer && record && filled > 0 && (
          <Button
            appearance="primary"
            disabled={taken === true}
            onClick={() => void onTake(record, template).then(setTaken)}
          >
            {t('outdated.take', { count: filled })}
          </Button>
        )}
        {taken !== null && (
          <Body1 role="status">{t(taken ? 'outdated.taken' : 'outdated.notKept', { file: form.fileName })}</Body1>
        )}
        {!newer && filled === 0 && <Caption1>{t('outdated.nothing', { file: form.fileName })}</Caption1>}
      </EmptyState>
      {!newer && (
        <section className={styles.changes} aria-label={t('outdated.changes')}>
          <Subtitle2 as="h3" block>
            {t('outdated.changes')}
          </Subtitle2>
          {changes.length === 0 && <Caption1 className={styles.quiet}>{t('outdated.sameColumns')}</Caption1>}
          <ul className={styles.list}>
            {changes.map(({ what, ledger, column, head }) => (
              <li key={`${what} ${ledger ?? ''} ${column}`}>
                {t(`outdated.${what}`, { where: sheetOf(form, ledger), head: head.join(' / ').replace(/\s+/g, '') })}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

function filledCells({ cells, ledgers }: FormRecord): number {
  return [cells, ...Object.values(ledgers).flat()]
    .flatMap((row) => Object.values(row))
    .filter((value) => value !== null).length
}

function sheetOf(form: Form, ledger: string | null): string {
  return form.ledgers.find(({ id }) => id === ledger)?.sheet ?? form.matrix.sheet
}
