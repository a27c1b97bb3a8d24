import { makeStyles, ToggleButton } from '@fluentui/react-components'
import { ArrowReply16Regular } from '@fluentui/react-icons/svg/arrow-reply'
import { Checkmark16Regular } from '@fluentui/react-icons/svg/checkmark'
import { Edit16Regular } from '@fluentui/react-icons/svg/edit'
import { useTranslation } from '../../../i18n/use-translation.ts'
import type { ShownDecision } from '../../../api/verification.ts'
import type { Draft } from '../drafts.ts'

const useStyles = makeStyles({ root: { display: 'flex', flexWrap: 'wrap', gap: '4px' }, button: { minWidth: 'auto' } })

const verdicts = [
  { verdict: 'approve', icon: <Checkmark16Regular /> },
  { verdict: 'adjust', icon: <Edit16Regular /> },
  { verdict: 'return', icon: <ArrowReply16Regular /> },
] as const

interface VerdictButtonsProps {
  readonly title: string
  readonly verdict: Draft['verdict'] | null
  /** Sent before and still holding. */
  readonly inForce: ShownDecision['verdict'] | null
  readonly onDecide: (verdict: Draft['verdict']) => void
}

export function VerdictButtons({ title, verdict, inForce, onDecide }: VerdictButtonsProps) {
  const styles = useStyles()
  const { t } = useTranslation('verifying')
  return (
    <div className={styles.root} role="group" aria-label={t('verdict.of', { title })}>
      {verdicts.map(({ verdict: one, icon }) => (
        <ToggleButton
          key={one}
          className={styles.button}
          size="small"
          icon={icon}
          data-verdict={one}
          appearance={verdict === one ? 'primary' : verdict === null && inForce === one ? 'secondary' : 'outline'}
          checked={verdict === one}
          onClick={() => onDecide(one)}
        >
          {t(`verdict.${one}`)}
        </ToggleButton>
      ))}
    </div>
  )
}
