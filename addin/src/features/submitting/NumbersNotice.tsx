import { Button, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle } from '@fluentui/react-components'
import { useState } from 'react'
import { useTranslation } from '../../i18n/use-translation.ts'
import { workbookErrorText } from '../../ui/error-text.ts'
import type { Workbook, WorkbookError } from '../../workbook/workbook.ts'
import { writeBlocks } from '../../workbook/write-blocks.ts'
import type { NumbersToWrite } from './row-numbers.ts'

export interface NumbersNoticeProps {
  readonly workbook: Workbook
  readonly numbers: NumbersToWrite
}

/** Offers to write the issued 项目编号 into their rows, and writes them only when pressed. */
export function NumbersNotice({ workbook, numbers }: NumbersNoticeProps) {
  const { t } = useTranslation('submitting')
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<WorkbookError | null>(null)
  if (numbers.count === 0) return null

  async function write() {
    setBusy(true)
    setError(null)
    const columns = numbers.blocks.map((block) => ({ ...block, values: block.numbers.map((number) => [number]) }))
    const end = await writeBlocks(workbook, columns)
    if (end.step === 'refused') setError(end.error)
    setBusy(false)
  }

  return (
    <MessageBar intent={error ? 'error' : 'info'} layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>{t('receipt.numbers', { count: numbers.count })}</MessageBarTitle>
        {error ? t('receipt.writeFailed', { why: workbookErrorText(error, t) }) : t('receipt.numbersHint')}
      </MessageBarBody>
      <MessageBarActions>
        <Button size="small" disabled={busy} onClick={() => void write()}>
          {busy ? t('receipt.writing') : t('receipt.write')}
        </Button>
      </MessageBarActions>
    </MessageBar>
  )
}
