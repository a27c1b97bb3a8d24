import { makeStyles, tokens } from '@fluentui/react-components'

export const useAppStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    height: '100%',
    minHeight: 0,
    minWidth: 0,
    overflow: 'hidden',
    '& h1, & h2, & h3': { margin: 0 },
    backgroundColor: tokens.colorNeutralBackground2,
  },
})
