import { Button, makeStyles } from '@fluentui/react-components'

const useStyles = makeStyles({ root: { minWidth: 'auto', padding: '0 4px' } })

interface FileActionProps {
  readonly label: string
  /** The same, with the name of the file. */
  readonly full: string
  readonly onPress: () => void
}

/** Something that can be done with one file, small beside what is known of it. */
export function FileAction({ label, full, onPress }: FileActionProps) {
  const styles = useStyles()
  return (
    <Button className={styles.root} size="small" appearance="subtle" aria-label={full} onClick={onPress}>
      {label}
    </Button>
  )
}
