import { Button, Field, makeStyles, mergeClasses, Select, tokens } from '@fluentui/react-components'
import { MailInbox24Regular } from '@fluentui/react-icons/svg/mail-inbox'
import { useRef, useState, type DragEvent } from 'react'
import { useTranslation } from '../../i18n/use-translation.ts'
import type { SubmissionWindow } from '../../api/client.ts'

const useStyles = makeStyles({
  root: {
    display: 'grid',
    justifyItems: 'center',
    gap: tokens.spacingVerticalS,
    maxWidth: '860px',
    padding: tokens.spacingHorizontalXL,
    textAlign: 'center',
    borderRadius: tokens.borderRadiusLarge,
    border: `2px dashed ${tokens.colorNeutralStroke1}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  over: { border: `2px dashed ${tokens.colorBrandStroke1}`, backgroundColor: tokens.colorBrandBackground2 },
  input: { display: 'none' },
  icon: { color: tokens.colorBrandForeground1 },
})

interface DropPlaceProps {
  readonly windows: readonly SubmissionWindow[]
  readonly window: string
  readonly busy: boolean
  readonly onWindow: (window: string) => void
  readonly onFiles: (files: readonly File[]) => void
}

/** Where files are dropped, or chosen, and for which window they are. */
export function DropPlace({ windows, window, busy, onWindow, onFiles }: DropPlaceProps) {
  const styles = useStyles()
  const { t } = useTranslation('intake')
  const input = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
  const take = (files: FileList | null) => files && files.length > 0 && !busy && onFiles([...files])

  function drop(event: DragEvent) {
    event.preventDefault()
    setOver(false)
    take(event.dataTransfer.files)
  }
  return (
    <div
      className={mergeClasses(styles.root, over && styles.over)}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <MailInbox24Regular className={styles.icon} aria-hidden />
      <span>{t('drop')}</span>
      <Button appearance="primary" disabled={busy} onClick={() => input.current?.click()}>
        {t('choose')}
      </Button>
      <input
        ref={input}
        className={styles.input}
        type="file"
        multiple
        accept=".xlsx,.xls"
        aria-label={t('choose')}
        onChange={({ currentTarget }) => {
          take(currentTarget.files)
          // The same files may be chosen again once they are mended.
          currentTarget.value = ''
        }}
      />
      <Field label={t('window')} orientation="horizontal">
        <Select value={window} disabled={busy} onChange={(_, { value }) => onWindow(value)}>
          {windows.map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </Select>
      </Field>
    </div>
  )
}
