import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { useState, useSyncExternalStore } from 'react'
import { useTranslation } from '../../i18n/use-translation.ts'
import { fileDrag } from './file-drag.ts'

const useStyles = makeStyles({
  root: {
    position: 'absolute',
    inset: 0,
    zIndex: 1,
    boxSizing: 'border-box',
    display: 'flex',
    // A card may be longer than what is seen of it.
    alignItems: 'flex-start',
    justifyContent: 'center',
    padding: tokens.spacingHorizontalS,
    overflow: 'hidden',
    textAlign: 'center',
    borderRadius: tokens.borderRadiusMedium,
    border: `2px dashed ${tokens.colorNeutralStroke1}`,
    color: tokens.colorNeutralForeground1,
  },
  over: {
    border: `2px dashed ${tokens.colorBrandStroke1}`,
    backgroundColor: tokens.colorBrandBackground2,
    fontWeight: tokens.fontWeightSemibold,
    '@media (forced-colors: active)': { outline: '2px solid Highlight' },
  },
})

interface DropOverlayProps {
  readonly title: string
  readonly onFiles: (files: readonly File[]) => void
}

/** While files are dragged over the page it lies over the whole row or card, which takes them. */
export function DropOverlay({ title, onFiles }: DropOverlayProps) {
  const styles = useStyles()
  const { t } = useTranslation('evidence')
  const dragging = useSyncExternalStore(fileDrag.subscribe, fileDrag.current)
  const [over, setOver] = useState(false)
  if (!dragging) return null
  return (
    <div
      className={mergeClasses(styles.root, over && styles.over)}
      data-drop={title}
      onDragOver={(event) => {
        event.preventDefault()
        event.dataTransfer.dropEffect = 'copy'
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        setOver(false)
        onFiles([...event.dataTransfer.files])
      }}
    >
      {over && t('drop', { title })}
    </div>
  )
}
