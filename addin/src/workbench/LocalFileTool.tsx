import { Button, makeStyles, Spinner, Subtitle2, tokens } from '@fluentui/react-components'
import { FolderOpen20Regular } from '@fluentui/react-icons/svg/folder-open'
import type { TranslateOf } from '../i18n/translate.ts'
import { useRef } from 'react'
import { useTranslation } from '../i18n/use-translation.ts'
import { CellDiff } from '../features/filling/CellDiff.tsx'
import { refusalText } from '../ui/refusal-text.ts'
import { Tool } from './Tool.tsx'
import { useLocalFile, type LocalFile } from './use-local-file.ts'

const useStyles = makeStyles({
  // Not modal: whoever is asked about a cell may look at it first.
  outcome: {
    position: 'fixed',
    top: '64px',
    left: '12px',
    zIndex: 20,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    width: 'min(520px, calc(100vw - 24px))',
    boxSizing: 'border-box',
    padding: tokens.spacingHorizontalL,
    borderRadius: tokens.borderRadiusLarge,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    backgroundColor: tokens.colorNeutralBackground1,
    boxShadow: tokens.shadow16,
  },
  actions: { display: 'flex', justifyContent: 'flex-end', gap: tokens.spacingHorizontalS },
  list: {
    margin: `${tokens.spacingVerticalS} 0`,
    padding: 0,
    listStyleType: 'none',
    maxHeight: '40vh',
    overflowY: 'auto',
  },
})

/** Opens a file of this computer to fill it on here: its figures go into the form that is open. */
export function LocalFileTool(props: Parameters<typeof useLocalFile>[0]) {
  const styles = useStyles()
  const { t } = useTranslation('workbench')
  const { state, open, agree, close } = useLocalFile(props)
  const input = useRef<HTMLInputElement>(null)
  const asking = state.step === 'asking'
  const unsettled = asking || state.step === 'reading'
  return (
    <>
      <Tool
        label={t('workbench.local.open')}
        icon={<FolderOpen20Regular />}
        disabled={state.step === 'reading'}
        onClick={() => input.current?.click()}
      />
      <input
        ref={input}
        type="file"
        hidden
        accept=".xlsx,.xls"
        aria-label={t('workbench.local.file')}
        onChange={({ target }) => {
          const [file] = target.files ?? []
          // The same file may be picked again after it was mended.
          target.value = ''
          if (file) void open(file)
        }}
      />
      {'fileName' in state && (
        <div className={styles.outcome} role="dialog" aria-label={state.fileName}>
          <Subtitle2>{state.fileName}</Subtitle2>
          <div role="status">
            {state.step === 'reading' ? (
              <Spinner size="tiny" label={t('workbench.local.reading')} />
            ) : (
              outcomeText(state, t)
            )}
          </div>
          {asking && (
            <ul className={styles.list} aria-label={t('workbench.local.overwritten')}>
              {state.cells
                .filter(({ before }) => before !== null)
                .map((cell) => (
                  <CellDiff key={`${cell.place.sheet}!${cell.place.address}`} cell={cell} />
                ))}
            </ul>
          )}
          <div className={styles.actions}>
            <Button appearance={unsettled ? 'secondary' : 'primary'} onClick={close}>
              {t(unsettled ? 'app.cancel' : 'app.close')}
            </Button>
            {asking && (
              <Button appearance="primary" onClick={() => void agree()}>
                {t('workbench.local.take', { count: state.cells.length })}
              </Button>
            )}
          </div>
        </div>
      )}
    </>
  )
}

function outcomeText(state: LocalFile, t: TranslateOf<'workbench'>): string {
  switch (state.step) {
    case 'none':
    case 'reading':
      return ''
    case 'refused':
      return t('workbench.local.refused', { why: refusalText(state.error, t) })
    case 'not-this-form':
      return state.form
        ? t('workbench.local.otherForm', { form: `${state.form.annex} ${state.form.title}` })
        : t('workbench.local.unrecognised')
    case 'no-row':
      return t('workbench.local.noRow')
    case 'nothing-new':
      return t('workbench.local.nothingNew')
    case 'asking':
      return t('workbench.local.asking', { count: state.cells.filter(({ before }) => before !== null).length })
    case 'taken': {
      const left = state.locked > 0 ? t('workbench.local.lockedCells', { count: state.locked }) : ''
      return `${t('workbench.local.taken', { count: state.cells.length })}${left}`
    }
  }
}
