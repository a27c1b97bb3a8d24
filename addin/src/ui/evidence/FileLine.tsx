import { Button, Caption1, makeStyles, Spinner, tokens } from '@fluentui/react-components'
import { Document16Regular } from '@fluentui/react-icons/svg/document'
import { Image16Regular } from '@fluentui/react-icons/svg/image'
import { useState, type ReactNode } from 'react'
import type { ApiError, ApiResult } from '../../api/client.ts'
import { useTranslation } from '../../i18n/use-translation.ts'
import { refusalText } from '../refusal-text.ts'
import { saveFile } from '../save-file.ts'
import { sizeText } from './size-text.ts'

const useStyles = makeStyles({
  name: {
    minWidth: 'auto',
    maxWidth: '100%',
    justifyContent: 'flex-start',
    padding: '0 2px',
    fontWeight: 'normal',
    textAlign: 'left',
    overflowWrap: 'anywhere',
  },
  facts: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalS,
    paddingLeft: '24px',
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
    fontVariantNumeric: 'tabular-nums',
    overflowWrap: 'anywhere',
  },
  picture: {
    display: 'block',
    maxWidth: '100%',
    maxHeight: '60vh',
    boxSizing: 'border-box',
    margin: `${tokens.spacingVerticalXS} 0`,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  fault: { color: tokens.colorStatusDangerForeground1 },
})

type Opening =
  | { readonly step: 'closed' | 'fetching' }
  | { readonly step: 'failed'; readonly error: ApiError }
  | { readonly step: 'shown'; readonly picture: string }

interface FileLineProps {
  readonly file: { readonly name: string; readonly mediaType: string; readonly size: number }
  /** It no longer counts. */
  readonly struck?: boolean
  readonly load: () => Promise<ApiResult<Blob>>
  /** What else is known of it, and what can be done with it. */
  readonly children: ReactNode
}

/** One file: its name opens it, a picture on the spot, anything else with the program that this computer has for it. */
export function FileLine({ file, struck = false, load, children }: FileLineProps) {
  const styles = useStyles()
  const { t } = useTranslation('evidence')
  const [opening, setOpening] = useState<Opening>({ step: 'closed' })
  const { name, mediaType, size } = file
  const picture = mediaType.startsWith('image/')

  async function open() {
    if (opening.step === 'shown') return setOpening({ step: 'closed' })
    setOpening({ step: 'fetching' })
    const loaded = await load()
    if (!loaded.ok) return setOpening({ step: 'failed', error: loaded.error })
    if (picture) return setOpening({ step: 'shown', picture: await addressOf(loaded.value) })
    saveFile(loaded.value, name)
    setOpening({ step: 'closed' })
  }

  return (
    <li>
      <Button
        className={styles.name}
        appearance="transparent"
        size="small"
        icon={
          opening.step === 'fetching' ? (
            <Spinner size="extra-tiny" />
          ) : picture ? (
            <Image16Regular />
          ) : (
            <Document16Regular />
          )
        }
        title={t(picture ? 'look' : 'save')}
        disabledFocusable={opening.step === 'fetching'}
        {...(picture ? { 'aria-expanded': opening.step === 'shown' } : {})}
        onClick={() => void open()}
      >
        {struck ? <s>{name}</s> : name}
      </Button>
      <div className={styles.facts}>
        <span>{sizeText(size)}</span>
        {children}
      </div>
      {opening.step === 'failed' && (
        <Caption1 role="alert" className={styles.fault}>
          {refusalText(opening.error, t)}
        </Caption1>
      )}
      {opening.step === 'shown' && <img className={styles.picture} src={opening.picture} alt={name} />}
    </li>
  )
}

/** The pages allow pictures from nowhere but the service and from themselves. */
function addressOf(picture: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => resolve(String(reader.result))
    reader.onerror = () => reject(reader.error ?? new Error('unreadable'))
    reader.readAsDataURL(picture)
  })
}
