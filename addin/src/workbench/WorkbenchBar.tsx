import { Badge, Caption1, makeStyles, Select, Subtitle2, tokens } from '@fluentui/react-components'
import { PanelRightContract20Regular } from '@fluentui/react-icons/svg/panel-right-contract'
import { PanelRightExpand20Regular } from '@fluentui/react-icons/svg/panel-right-expand'
import { useTranslation } from '../i18n/use-translation.ts'
import type { Keep } from '../api/keep.ts'
import { BookTools } from './BookTools.tsx'
import type { FormEntry, FormsApi } from './forms-api.ts'
import { blankForm, type OpenedForm } from './open-form.ts'
import { Tool } from './Tool.tsx'
import type { useFiles } from './use-files.ts'

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    alignItems: 'center',
    flexWrap: 'wrap',
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalXS,
    flexShrink: 0,
    padding: '6px 12px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  mark: { width: '28px', height: '28px' },
  name: { display: 'flex', flexDirection: 'column' },
  // Small windows and large print leave the room to the sheet.
  quiet: { color: tokens.colorNeutralForeground3, '@media (max-width: 720px)': { display: 'none' } },
  form: { minWidth: '240px' },
  rest: { flexGrow: 1 },
})

interface WorkbenchBarProps {
  readonly api: FormsApi | undefined
  readonly forms: readonly FormEntry[]
  /** Whose forms they are; nobody's for the office. */
  readonly unit: string | undefined
  readonly opened: OpenedForm | undefined
  readonly keep: Keep
  readonly demoTime: string | null
  readonly paneShown: boolean
  readonly onForm: (form: string) => void
  readonly files: ReturnType<typeof useFiles>
  readonly onPane: () => void
}

/** Which form is open, undo, and what this page is. */
export function WorkbenchBar(props: WorkbenchBarProps) {
  const styles = useStyles()
  const { t } = useTranslation('workbench')
  const { forms, opened, keep, demoTime, paneShown } = props
  return (
    <header className={styles.bar}>
      <img src="/icons/icon-32.png" alt="" className={styles.mark} />
      <div className={styles.name}>
        <Subtitle2 as="h1" block>
          {t('workbench.title')}
        </Subtitle2>
        <Caption1 className={styles.quiet}>{t('workbench.subtitle')}</Caption1>
      </div>
      {opened && (
        <Select
          className={styles.form}
          aria-label={t('workbench.form')}
          value={opened.form}
          onChange={(_event, { value }) => props.onForm(value)}
        >
          {forms.map(({ id, annex, title }) => (
            <option key={id} value={id}>
              {id === blankForm ? t('workbench.blank') : `${annex} ${title}`}
            </option>
          ))}
        </Select>
      )}
      {opened && (
        <BookTools
          key={opened.key}
          opened={opened}
          keep={keep}
          files={props.files}
          api={props.api}
          forms={forms}
          unit={props.unit}
        />
      )}
      <div className={styles.rest} />
      {demoTime !== null && (
        <Badge appearance="tint" color="warning" size="large">
          {t('app.demoTime')} {demoTime}
        </Badge>
      )}
      <Tool
        label={t(paneShown ? 'workbench.hidePane' : 'workbench.showPane')}
        icon={paneShown ? <PanelRightContract20Regular /> : <PanelRightExpand20Regular />}
        onClick={props.onPane}
      />
    </header>
  )
}
