import { Caption1, makeStyles, tokens } from '@fluentui/react-components'
import { ErrorCircle16Filled } from '@fluentui/react-icons/svg/error-circle'
import { DocumentSearch24Regular } from '@fluentui/react-icons/svg/document-search'
import { sheetHeads } from '@kaohe/shared-rules'
import { useMemo } from 'react'
import { useTranslation } from '../../i18n/use-translation.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import type { Filling } from './filling.ts'
import { HeadChooser } from './HeadChooser.tsx'
import type { ChosenBinding } from './recognising.ts'

const useStyles = makeStyles({
  forms: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS, padding: '0 12px 16px' },
  form: {
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground1,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
  },
  title: { cursor: 'pointer', fontWeight: tokens.fontWeightSemibold },
  quiet: { color: tokens.colorNeutralForeground3 },
  list: { margin: `${tokens.spacingVerticalXS} 0 0`, padding: 0, listStyleType: 'none' },
  missing: { display: 'flex', gap: '6px', alignItems: 'flex-start', padding: '2px 0' },
  icon: { flexShrink: 0, marginTop: '2px', color: tokens.colorStatusDangerForeground1 },
})

export interface UnrecognisedProps extends Omit<Extract<Filling, { step: 'unrecognised' }>, 'step'> {
  readonly onChoose: (binding: ChosenBinding) => void
}

/** Header by header what was looked for, the nearest form first. */
export function Unrecognised({ tried, snapshot, onChoose }: UnrecognisedProps) {
  const styles = useStyles()
  const { t } = useTranslation('filling')
  const heads = useMemo(() => sheetHeads(snapshot), [snapshot])
  const nearest = [...tried].sort((a, b) => b.found - a.found)
  return (
    <>
      <EmptyState icon={<DocumentSearch24Regular />} title={t('unrecognised.title')} text={t('unrecognised.text')} />
      <div className={styles.forms}>
        {nearest.map(({ form, title, found, missing }, index) => (
          <details key={form} className={styles.form} open={index === 0 && found > 0}>
            <summary className={styles.title}>
              {title}
              <Caption1 block className={styles.quiet}>
                {index === 0 && found > 0 && `${t('unrecognised.nearest')} · `}
                {t('unrecognised.found', { count: found })} · {t('unrecognised.missing', { count: missing.length })}
              </Caption1>
            </summary>
            <ul className={styles.list}>
              {missing.map(({ column, head, looked }) => (
                <li key={column} className={styles.missing}>
                  <ErrorCircle16Filled className={styles.icon} aria-hidden />
                  <span>
                    “{head.join(' / ')}”
                    <Caption1 block className={styles.quiet}>
                      {t('unrecognised.looked', { where: looked })}
                    </Caption1>
                  </span>
                </li>
              ))}
            </ul>
            {found > 0 && <HeadChooser form={form} missing={missing} heads={heads} onChoose={onChoose} />}
          </details>
        ))}
        <Caption1 className={styles.quiet}>{t('unrecognised.help')}</Caption1>
      </div>
    </>
  )
}
