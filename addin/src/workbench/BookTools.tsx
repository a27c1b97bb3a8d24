import { ArrowDownload20Regular } from '@fluentui/react-icons/svg/arrow-download'
import { ArrowRedo20Regular } from '@fluentui/react-icons/svg/arrow-redo'
import { ArrowUndo20Regular } from '@fluentui/react-icons/svg/arrow-undo'
import { DocumentTable20Regular } from '@fluentui/react-icons/svg/document-table'
import { TableDeleteRow20Regular } from '@fluentui/react-icons/svg/table-delete-row'
import { TableInsertRow20Regular } from '@fluentui/react-icons/svg/table-insert-row'
import { useSyncExternalStore } from 'react'
import { useTranslation } from '../i18n/use-translation.ts'
import type { Keep } from '../api/keep.ts'
import type { Change } from '../workbook/book-sheet.ts'
import type { Selection } from '../workbook/memory-book.ts'
import { DraftLine } from './DraftLine.tsx'
import type { FormEntry, FormsApi } from './forms-api.ts'
import { LocalFileTool } from './LocalFileTool.tsx'
import { blankForm, type OpenedForm } from './open-form.ts'
import { deletedRows, insertedRows } from './grid/rows.ts'
import { Tool } from './Tool.tsx'
import type { useFiles } from './use-files.ts'
import { useDraft } from './use-draft.ts'

interface BookToolsProps {
  readonly opened: OpenedForm
  readonly keep: Keep
  readonly files: ReturnType<typeof useFiles>
  readonly api: FormsApi | undefined
  readonly forms: readonly FormEntry[]
  /** Whose form it is; nobody's for the office. */
  readonly unit: string | undefined
}

/** Undo, redo, the blank form as a file, and where the typed data is kept. */
export function BookTools({ opened, keep, files, api, forms, unit }: BookToolsProps) {
  const { form, key, issued, book } = opened
  const { t } = useTranslation('workbench')
  const { undo, redo, sheets, selection } = useSyncExternalStore(book.subscribe, book.state)
  const sheet = sheets.find(({ name }) => name === selection.sheet)
  const moveRows = (changes: readonly Change[] | undefined) => {
    if (sheet && changes) book.edit(sheet.name, changes)
  }
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
        {sheet && !sheet.protected && form !== blankForm && (
          <>
            <Tool
              label={t('workbench.tool.insertRows')}
              icon={<TableInsertRow20Regular />}
              onClick={() => moveRows(insertedRows(sheet, rowsOf(selection)))}
            />
            <Tool
              label={t('workbench.tool.deleteRows')}
              icon={<TableDeleteRow20Regular />}
              onClick={() => moveRows(deletedRows(sheet, rowsOf(selection)))}
            />
          </>
        )}
        {form !== blankForm && (
          <>
            {unit !== undefined && <LocalFileTool api={api} opened={opened} forms={forms} unit={unit} />}
            <Tool
              label={t('workbench.tool.filledFile')}
              icon={<ArrowDownload20Regular />}
              onClick={() => void files.filled()}
            />
            <Tool
              label={t('workbench.tool.blankFile')}
              icon={<DocumentTable20Regular />}
              onClick={() => void files.blank()}
            />
          </>
        )}
      </span>
      <DraftLine state={draft} form={form !== blankForm} />
    </>
  )
}

/** The selected rows, whichever way they were selected. */
function rowsOf({ active, focus }: Selection) {
  return {
    top: Math.min(active.row, focus.row),
    bottom: Math.max(active.row, focus.row),
    left: active.column,
    right: focus.column,
  }
}
