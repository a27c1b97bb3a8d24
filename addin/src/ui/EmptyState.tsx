import { makeStyles, Subtitle2, Text, tokens } from '@fluentui/react-components'
import type { ReactNode } from 'react'

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    textAlign: 'center',
    gap: tokens.spacingVerticalS,
    padding: `${tokens.spacingVerticalXXXL} ${tokens.spacingHorizontalXL}`,
    color: tokens.colorNeutralForeground2,
  },
  icon: { fontSize: '40px', lineHeight: 1, color: tokens.colorBrandForeground1 },
  text: { maxWidth: '32em' },
})

interface EmptyStateProps {
  readonly icon: ReactNode
  readonly title: string
  readonly text?: string
  /** `h1` where nothing above names the page. */
  readonly heading?: 'h1' | 'h2'
  readonly children?: ReactNode
}

/** A page that has nothing to show yet, says why, and offers the way on. */
export function EmptyState({ icon, title, text, heading = 'h2', children }: EmptyStateProps) {
  const styles = useStyles()
  return (
    <div className={styles.root}>
      <span className={styles.icon} aria-hidden>
        {icon}
      </span>
      <Subtitle2 as={heading} block align="center">
        {title}
      </Subtitle2>
      {text && (
        <Text className={styles.text} align="center">
          {text}
        </Text>
      )}
      {children}
    </div>
  )
}
