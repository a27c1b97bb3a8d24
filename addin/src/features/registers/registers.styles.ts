import { makeStyles, tokens } from '@fluentui/react-components'

/** What units and accounts have in common beyond a list of cards. */
export const useRegisterStyles = makeStyles({
  title: { fontWeight: tokens.fontWeightSemibold },
  quiet: { color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
  plain: { margin: 0, paddingLeft: tokens.spacingHorizontalL },
  proposal: {
    padding: tokens.spacingHorizontalS,
    borderLeft: `3px solid ${tokens.colorBrandStroke1}`,
    backgroundColor: tokens.colorNeutralBackground3,
    display: 'grid',
    gap: tokens.spacingVerticalXS,
  },
})
