import { Body1, makeStyles, Subtitle2, tokens } from '@fluentui/react-components'
import type { ReactNode } from 'react'

const useStyles = makeStyles({
  root: {
    flexGrow: 1,
    minHeight: 0,
    overflowY: 'auto',
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    padding: tokens.spacingHorizontalM,
    // The page scrolls; nothing on it is squeezed until its text is cut off.
    '& > *': { flexShrink: 0 },
  },
  head: { display: 'flex', alignItems: 'flex-start', justifyContent: 'space-between', gap: tokens.spacingHorizontalS },
  text: { color: tokens.colorNeutralForeground2 },
})

interface PageProps {
  readonly title: string
  readonly text?: string
  readonly actions?: ReactNode
  readonly children: ReactNode
}

/** One page of a desk: title, a sentence on what it is for, what can be done, and the rest. */
export function Page({ title, text, actions, children }: PageProps) {
  const styles = useStyles()
  return (
    <section className={styles.root} aria-label={title}>
      <div className={styles.head}>
        <div>
          <Subtitle2 as="h2" block>
            {title}
          </Subtitle2>
          {text && <Body1 className={styles.text}>{text}</Body1>}
        </div>
        {actions}
      </div>
      {children}
    </section>
  )
}
