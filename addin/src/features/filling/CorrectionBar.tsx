import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  tokens,
} from '@fluentui/react-components'
import type { TranslateOf } from '../../i18n/translate.ts'
import { useTranslation } from '../../i18n/use-translation.ts'
import { workbookErrorText } from '../../ui/error-text.ts'
import type { Finding } from '../../ui/FindingRow.tsx'
import { correctableAtOnce } from './write-corrections.ts'
import type { Correcting } from './use-corrections.ts'

const useStyles = makeStyles({
  // The page is a scrolling column: without this the bar is squeezed before anything scrolls.
  root: { flexShrink: 0, fontSize: tokens.fontSizeBase200 },
})

export interface CorrectionBarProps {
  readonly findings: readonly Finding[]
  readonly state: Correcting
  readonly onCorrect: (findings: readonly Finding[]) => void
  readonly onStop: () => void
}

/** Says what putting suggested values into the sheet costs, and offers it for all cells that cannot be read. */
export function CorrectionBar({ findings, state, onCorrect, onStop }: CorrectionBarProps) {
  const styles = useStyles()
  const { t } = useTranslation('filling')
  const atOnce = correctableAtOnce(findings)
  const offered = findings.some(({ correction }) => correction !== undefined)
  const writing = state.step === 'writing'
  return (
    <MessageBar className={styles.root} intent={state.step === 'stopped' ? 'warning' : 'info'} layout="multiline">
      <MessageBarBody>
        {state.step === 'stopped' && (
          <MessageBarTitle>
            {t(state.written > 0 ? 'correction.partly' : 'correction.stopped', {
              why: workbookErrorText(state.error, t),
              written: state.written,
              left: state.left,
            })}
          </MessageBarTitle>
        )}
        {state.step === 'cancelled' && <MessageBarTitle>{t('correction.cancelled', { ...state })}</MessageBarTitle>}
        {offered && t('correction.undo')}
      </MessageBarBody>
      {(atOnce.length > 0 || writing) && (
        <MessageBarActions>
          <Button size="small" disabled={writing} onClick={() => onCorrect(atOnce)}>
            {writing ? writingText(state, t) : t('correction.all', { n: atOnce.length })}
          </Button>
          {writing && (
            <Button size="small" onClick={onStop}>
              {t('app.stop')}
            </Button>
          )}
        </MessageBarActions>
      )}
    </MessageBar>
  )
}

function writingText({ progress }: Extract<Correcting, { step: 'writing' }>, t: TranslateOf<'filling'>): string {
  return progress ? t('correction.progress', { ...progress }) : t('correction.writing')
}
