import { Caption1, makeStyles, tokens } from '@fluentui/react-components'
import { useTranslation } from '../../i18n/use-translation.ts'
import type { TargetIssue } from '../../api/targets.ts'
import { momentText } from '../../ui/moment.ts'

const useStyles = makeStyles({ quiet: { color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' } })

/** From which day a version counts, by whose decision, and when it was entered here. */
export function IssueFacts({ issue }: { readonly issue: TargetIssue }) {
  const styles = useStyles()
  const { t } = useTranslation('office')
  const { document, effectiveFrom, decider, minutes, approvedOn, issuedAt } = issue
  return (
    <Caption1 className={styles.quiet}>
      {[
        document,
        t('targets.effective', { day: effectiveFrom }),
        ...(decider === null
          ? []
          : [t('targets.approvedBy', { decider, minutes: minutes ?? '', date: approvedOn ?? '' })]),
        t('targets.issuedAt', { time: momentText(issuedAt) }),
      ].join(' · ')}
    </Caption1>
  )
}
