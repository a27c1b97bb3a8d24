import { makeStyles, tokens } from '@fluentui/react-components'

const useStyles = makeStyles({
  track: {
    display: 'flex',
    height: '8px',
    borderRadius: '4px',
    overflow: 'hidden',
    backgroundColor: tokens.colorNeutralBackground5,
    forcedColorAdjust: 'none',
  },
  done: { backgroundColor: tokens.colorStatusSuccessBackground3 },
  waiting: { backgroundColor: tokens.colorBrandBackground },
  trouble: { backgroundColor: tokens.colorStatusWarningBackground3 },
  bad: { backgroundColor: tokens.colorStatusDangerBackground3 },
})

export interface MeterPart {
  readonly kind: 'done' | 'waiting' | 'trouble' | 'bad'
  readonly count: number
}

/** A bar of parts of a whole. What it shows must stand beside it in words: it is a picture only. */
export function Meter({ total, parts }: { readonly total: number; readonly parts: readonly MeterPart[] }) {
  const styles = useStyles()
  return (
    <div className={styles.track} aria-hidden>
      {parts.map(({ kind, count }) => (
        <div key={kind} className={styles[kind]} style={{ width: `${total === 0 ? 0 : (count / total) * 100}%` }} />
      ))}
    </div>
  )
}
