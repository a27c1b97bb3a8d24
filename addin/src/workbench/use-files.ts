import { useState } from 'react'
import type { ApiError, ApiResult } from '../api/client.ts'
import { saveFile } from '../ui/save-file.ts'
import type { FormsApi } from './forms-api.ts'
import type { OpenedForm } from './open-form.ts'
import { typedCells } from './typed-cells.ts'

/** Saves the open form as a file: as it was issued, or with what was typed. A failure stays to be read until the next try. */
export function useFiles(api: FormsApi | undefined, opened: OpenedForm | undefined) {
  const [failed, setFailed] = useState<ApiError | null>(null)

  async function save(asked: Promise<ApiResult<Blob>>, fileName: string) {
    setFailed(null)
    const file = await asked
    if (file.ok) saveFile(file.value, fileName.endsWith('.xlsx') ? fileName : `${fileName}.xlsx`)
    else setFailed(file.error)
  }

  return {
    failed,
    blank: async () => {
      if (api && opened) await save(api.workbook(opened.form), opened.issued.fileName)
    },
    filled: async () => {
      if (!api || !opened) return
      await save(api.filled(opened.form, typedCells(opened.issued, opened.book.state())), opened.issued.fileName)
    },
  }
}
