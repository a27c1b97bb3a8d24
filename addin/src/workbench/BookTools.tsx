import { ArrowDownload20Regular } from '@fluentui/react-icons/svg/arrow-download'
import { ArrowRedo20Regular } from '@fluentui/react-icons/svg/arrow-redo'
import { ArrowUndo20Regular } from '@fluentui/react-icons/svg/arrow-undo'
import { useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import type { Keep } from '../api/keep.ts'
import { DraftLine } from './DraftLine.tsx'
import { blankForm, type OpenedForm } from './open-form.ts'
import { Tool } from './Tool.tsx'
import { useDraft } from './use-draft.ts'

interface BookToolsProps {
  readonly opened: OpenedForm
  readonly keep: Keep
  readonly onDownload: (form: string) => void
}

/** Undo, redo, the blank form as a file, and where the typed data is kept. */
export function BookTools({ opened: { form, key, issued, book }, keep, onDownload }: BookToolsProps) {
  const { t } = useTranslation()
  const { undo, redo } = useSyncExternalStore(book.subscribe, book.state)
  const draft = useDraft(keep, key, issued, book)
  return (
    <>
      <span>
        <Tool
          label={t('workbench.tool.undo')}
          icon={<ArrowUndo20Regular />}
          disabled={undo.length === 0}
          onClick={book.undo}
        />
        <Tool
          label={t('workbench.tool.redo')}
          icon={<ArrowRedo20Regular />}
          disabled={redo.length === 0}
          onClick={book.redo}
        />
        {form !== blankForm && (
          <Tool
            label={t('workbench.tool.blankFile')}
            icon={<ArrowDownload20Regular />}
            onClick={() => onDownload(form)}
          />
        )}
      </span>
      <DraftLine state={draft} form={form !== blankForm} />
    </>
  )
}
