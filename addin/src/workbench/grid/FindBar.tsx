import { Button, Caption1, Input, makeStyles, tokens } from '@fluentui/react-components'
import { ChevronDown16Regular } from '@fluentui/react-icons/svg/chevron-down'
import { ChevronUp16Regular } from '@fluentui/react-icons/svg/chevron-up'
import { Dismiss16Regular } from '@fluentui/react-icons/svg/dismiss'
import { useState, type KeyboardEvent } from 'react'
import { useTranslation } from '../../i18n/use-translation.ts'

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    alignItems: 'center',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalXS,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  none: { color: tokens.colorStatusWarningForeground3 },
})

interface FindBarProps {
  /** Goes to the next cell with these words; false where there is none. */
  readonly onFind: (words: string, back: boolean) => boolean
  readonly onClose: () => void
}

/** Ctrl+F: words, on with Enter, back with Shift+Enter, away with Escape. */
export function FindBar({ onFind, onClose }: FindBarProps) {
  const styles = useStyles()
  const { t } = useTranslation('workbench')
  const [words, setWords] = useState('')
  const [missed, setMissed] = useState(false)
  const find = (back: boolean) => setMissed(!onFind(words, back))

  function onKeyDown(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Escape') onClose()
    else if (event.key === 'Enter') find(event.shiftKey)
    else return
    event.preventDefault()
  }
  return (
    <div role="search" className={styles.bar} onKeyDown={onKeyDown}>
      <Input
        size="small"
        autoFocus
        aria-label={t('grid.find.words')}
        placeholder={t('grid.find.words')}
        value={words}
        onChange={(_event, { value }) => {
          setWords(value)
          setMissed(false)
        }}
      />
      <Button
        size="small"
        appearance="subtle"
        icon={<ChevronUp16Regular />}
        aria-label={t('grid.find.back')}
        onClick={() => find(true)}
      />
      <Button
        size="small"
        appearance="subtle"
        icon={<ChevronDown16Regular />}
        aria-label={t('grid.find.next')}
        onClick={() => find(false)}
      />
      <Button
        size="small"
        appearance="subtle"
        icon={<Dismiss16Regular />}
        aria-label={t('app.close')}
        onClick={onClose}
      />
      <Caption1 role="status" className={styles.none}>
        {missed && t('grid.find.none')}
      </Caption1>
    </div>
  )
}
