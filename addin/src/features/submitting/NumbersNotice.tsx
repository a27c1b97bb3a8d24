import { Button, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle } from '@fluentui/react-components'
import type { Form } from '@kaohe/shared-rules'
import { useMemo, useState } from 'react'
import { useTranslation } from '../../i18n/use-translation.ts'
import { workbookErrorText } from '../../ui/error-text.ts'
import type { Workbook, WorkbookError } from '../../workbook/workbook.ts'
import { writeBlocks } from '../../workbook/write-blocks.ts'
import { numbersToWrite } from './row-numbers.ts'

type To = Parameters<typeof numbersToWrite>

export interface NumbersNoticeProps {
  readonly workbook: Workbook
  readonly form: Form
  /** What the service has of the form, with the numbers it issued. */
  readonly issued: To[1]
  readonly sheet: To[2]
}

/** Where the sheet lacks issued 项目编号, offers to write them into their rows, and writes them only when pressed. */
export function NumbersNotice({ workbook, form, issued, sheet }: NumbersNoticeProps) {
  const { t } = useTranslation('submitting')
  const numbers = useMemo(() => numbersToWrite(form, issued, sheet), [form, issued, sheet])
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
