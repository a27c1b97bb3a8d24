import { supports } from './excel-request.ts'

/** The oldest set of ExcelApi that the pane works with: that of Excel 2021 and Microsoft 365, and some builds before. */
const oldest = '1.9'

/** The colour behind the host's own panes, where it says so. */
export function hostBackground(): string | undefined {
  return Office.context.officeTheme?.bodyBackgroundColor
}

/** Can the pane work here? `host` is what office.js found around it. */
export function hostFault(host: Office.HostType | null): 'tooOld' | 'none' | undefined {
  if (host !== Office.HostType.Excel) return 'none'
  return supports(oldest) ? undefined : 'tooOld'
}
