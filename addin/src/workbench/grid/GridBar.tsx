import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { LockClosed16Regular } from '@fluentui/react-icons/svg/lock-closed'
import { Warning16Filled } from '@fluentui/react-icons/svg/warning'

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    alignItems: 'stretch',
    flexShrink: 0,
    minHeight: '30px',
    fontSize: '13px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
  },
  address: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'center',
    width: '72px',
    flexShrink: 0,
    fontWeight: tokens.fontWeightSemibold,
    borderRight: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  text: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    minWidth: 0,
    padding: '4px 10px',
    overflowWrap: 'anywhere',
  },
  notice: { color: tokens.colorStatusWarningForeground3, fontWeight: tokens.fontWeightSemibold },
  quiet: { color: tokens.colorNeutralForeground3 },
  unseen: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)' },
})

interface GridBarProps {
  readonly address: string
  readonly text: string
  readonly open: boolean
  /** The active cell in words, read out when it changes. */
  readonly words: string
  /** Why the last thing was not done. */
  readonly notice: string | undefined
}

/** The line above the sheet: which cell, what it holds in full, and why something was refused. */
export function GridBar({ address, text, open, words, notice }: GridBarProps) {
  const styles = useStyles()
  return (
    <div className={styles.bar}>
      <div className={styles.address} aria-hidden="true">
        {address}
      </div>
      {notice === undefined ? (
        <div className={mergeClasses(styles.text, !open && styles.quiet)} aria-hidden="true">
          {!open && <LockClosed16Regular />}
          {text}
        </div>
      ) : (
        <div className={mergeClasses(styles.text, styles.notice)} role="alert">
          <Warning16Filled />
          {notice}
        </div>
      )}
      <div className={styles.unseen} role="status">
        {words}
      </div>
    </div>
  )
}
