import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  Input,
  makeStyles,
  tokens,
} from '@fluentui/react-components'
import { Copy20Regular } from '@fluentui/react-icons/svg/copy'
import { useState } from 'react'
import { useTranslation } from '../../i18n/use-translation.ts'

const useStyles = makeStyles({
  content: { display: 'grid', gap: tokens.spacingVerticalM },
  password: { fontFamily: tokens.fontFamilyMonospace },
})

export interface Given {
  readonly username: string
  readonly password: string
}

interface InitialPasswordProps {
  readonly given: Given
  readonly onClose: () => void
}

/** A password that was made up, shown this once; it is left by its button alone, so that it is not lost by a slip. */
export function InitialPassword({ given, onClose }: InitialPasswordProps) {
  const styles = useStyles()
  const { t } = useTranslation('office')
  const [copied, setCopied] = useState<'no' | 'yes' | 'refused'>('no')
  const copy = () =>
    // Missing on plain http, and refused by some hosts.
    void (navigator.clipboard?.writeText(given.password) ?? Promise.reject(new Error('no clipboard'))).then(
      () => setCopied('yes'),
      () => setCopied('refused'),
    )
  return (
    <Dialog open modalType="alert">
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{t('registers.passwordTitle', { username: given.username })}</DialogTitle>
          <DialogContent className={styles.content}>
            {t('registers.passwordText')}
            <Field label={t('registers.password')}>
              <Input
                className={styles.password}
                readOnly
                value={given.password}
                onFocus={({ target }) => target.select()}
              />
            </Field>
            <div role="status">{copied !== 'no' && t(`registers.copied.${copied}`)}</div>
          </DialogContent>
          <DialogActions>
            <Button icon={<Copy20Regular />} onClick={copy}>
              {t('registers.copy')}
            </Button>
            <Button appearance="primary" onClick={onClose}>
              {t('registers.noted')}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}
