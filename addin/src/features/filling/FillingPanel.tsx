import { makeStyles, Spinner, tokens } from '@fluentui/react-components'
import { DocumentError24Regular } from '@fluentui/react-icons/svg/document-error'
import { TextboxAlignTopLeft24Regular } from '@fluentui/react-icons/svg/textbox-align-top-left'
import type { FormRecord } from '@kaohe/shared-rules'
import { useTranslation } from '../../i18n/use-translation.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { workbookErrorText } from '../../ui/error-text.ts'
import { FilledPages, type FilledPagesProps } from './FilledPages.tsx'
import { OutdatedTemplate, Unrecognised } from './later.ts'
import { usePageStyles } from './page.styles.ts'
import type { FillingState } from './use-filling.ts'

const useStyles = makeStyles({ reading: { padding: tokens.spacingVerticalXXXL } })

interface FillingPanelProps extends Omit<FilledPagesProps, 'filled'> {
  readonly state: FillingState
  readonly onTake: (record: FormRecord, template: number) => Promise<boolean>
}

/** What is known of the open workbook: not read yet, not one of ours, or the form that is filled in. */
export function FillingPanel({ state, ...props }: FillingPanelProps) {
  const { unit } = props
  const styles = useStyles()
  const sheet = usePageStyles()
  const { t } = useTranslation()
  switch (state.step) {
    case 'reading':
      return <Spinner className={styles.reading} label={t('filling.reading')} />
    case 'stopped':
      return <EmptyState icon={<DocumentError24Regular />} title={workbookErrorText(state.error, t)} />
    case 'unrecognised':
      return (
        <div className={sheet.page}>
          <Unrecognised tried={state.tried} snapshot={state.snapshot} onChoose={props.onChoose} />
        </div>
      )
    case 'outdated':
      return (
        <div className={sheet.page}>
          <OutdatedTemplate outdated={state} onTake={props.onTake} />
        </div>
      )
    case 'no-row': {
      const { annex, title } = state.form
      const rows = state.rows.map(({ address }) => address).join(t('list.comma'))
      return (
        <EmptyState
          icon={<TextboxAlignTopLeft24Regular />}
          title={t('filling.noRow.title', { unit: unit.name })}
          text={
            rows === ''
              ? t('filling.noRow.text', { annex, form: title })
              : t('filling.noRow.several', { count: state.rows.length, unit: unit.name, rows })
          }
        />
      )
    }
    case 'filled':
      return <FilledPages {...props} filled={state} />
  }
}
