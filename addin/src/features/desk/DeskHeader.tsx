import {
  Badge,
  Button,
  Caption1,
  makeStyles,
  Menu,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  mergeClasses,
  tokens,
} from '@fluentui/react-components'
import { Clock16Regular } from '@fluentui/react-icons/svg/clock'
import { PersonCircle20Regular } from '@fluentui/react-icons/svg/person-circle'
import { useTranslation } from '../../i18n/use-translation.ts'
import { DisplayItems } from '../../ui/DisplayItems.tsx'
import { momentOf, momentText } from '../../ui/moment.ts'
import { countdown, isPressing } from './countdown.ts'
import type { OpenedDesk } from './desk.ts'
import { useClock } from './use-clock.ts'

const useStyles = makeStyles({
  root: {
    flexShrink: 0,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  top: { display: 'flex', alignItems: 'flex-start', columnGap: '4px' },
  who: { flexGrow: 1, minHeight: '24px' },
  line: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: '8px', rowGap: '2px' },
  unit: {
    margin: 0,
    flexGrow: 1,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
  },
  form: { fontWeight: tokens.fontWeightSemibold, color: tokens.colorBrandForeground1, overflowWrap: 'anywhere' },
  quiet: { color: tokens.colorNeutralForeground2, fontVariantNumeric: 'tabular-nums' },
  demo: { fontVariantNumeric: 'tabular-nums' },
})

interface DeskHeaderProps {
  readonly desk: OpenedDesk
  /** The form that was recognised, once one was. */
  readonly form?: string | undefined
  readonly now: () => number
  /** Shows what was handed in before. */
  readonly onReceipts?: (() => void) | undefined
  readonly onSignOut: () => void
}

/** Who, which form, for which window, due when, by which clock. */
export function DeskHeader({ desk, form, now: machineTime, onReceipts, onSignOut }: DeskHeaderProps) {
  const styles = useStyles()
  const { t } = useTranslation()
  const { account, clock, windows } = desk.me
  const now = useClock(desk, machineTime)
  const window = windows.find(({ id }) => id === (desk.standing?.window ?? desk.me.window))
  return (
    <header className={styles.root}>
      <div className={styles.top}>
        <div className={mergeClasses(styles.line, styles.who)}>
          <h1 className={styles.unit}>{account.unit?.name ?? account.name}</h1>
          {clock.demo && (
            <Badge
              className={styles.demo}
              appearance="outline"
              color="informative"
              size="medium"
              icon={<Clock16Regular />}
            >
              {`${t('app.demoTime')} ${momentOf(now).date} ${momentOf(now).time}`}
            </Badge>
          )}
        </div>
        <Menu>
          <MenuTrigger disableButtonEnhancement>
            <Button
              appearance="subtle"
              size="small"
              icon={<PersonCircle20Regular />}
              aria-label={t('app.account', { name: account.name })}
            />
          </MenuTrigger>
          <MenuPopover>
            <MenuList>
              <MenuItem disabled>{t('app.account', { name: account.username })}</MenuItem>
              {onReceipts && <MenuItem onClick={onReceipts}>{t('history.open')}</MenuItem>}
              <DisplayItems />
              <MenuItem onClick={onSignOut}>{t('app.signOut')}</MenuItem>
            </MenuList>
          </MenuPopover>
        </Menu>
      </div>
      {form && <div className={styles.form}>{form}</div>}
      <div className={styles.line}>
        <Caption1 className={styles.quiet}>
          {window
            ? `${window.title} · ${t('header.due', { time: momentText(window.due).slice(5) })}`
            : t('header.noWindow')}
        </Caption1>
        {window && <Remaining due={window.due} now={now} />}
      </div>
    </header>
  )
}

function Remaining({ due, now }: { readonly due: string; readonly now: number }) {
  const { t } = useTranslation()
  const past = Date.parse(due) < now
  return (
    <Badge appearance="tint" color={past ? 'danger' : isPressing(due, now) ? 'warning' : 'informative'} size="small">
      {countdown(due, now, t)}
    </Badge>
  )
}
