import { Body1, makeStyles, tokens } from '@fluentui/react-components'
import { ClipboardCheckmark24Regular } from '@fluentui/react-icons/svg/clipboard-checkmark'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../../ui/EmptyState.tsx'

const useStyles = makeStyles({
  list: {
    textAlign: 'left',
    margin: 0,
    paddingLeft: tokens.spacingHorizontalXL,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
  },
})

/** Says plainly what a verifier can do here today. */
export function VerifierPage({ name }: { readonly name: string }) {
  const styles = useStyles()
  const { t } = useTranslation()
  return (
    <EmptyState icon={<ClipboardCheckmark24Regular />} title={t('verifier.title')} text={t('verifier.text', { name })}>
      <ul className={styles.list}>
        {(['verifier.can1', 'verifier.can2', 'verifier.can3'] as const).map((key) => (
          <li key={key}>
            <Body1>{t(key)}</Body1>
          </li>
        ))}
      </ul>
    </EmptyState>
  )
}
