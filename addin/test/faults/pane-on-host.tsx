import { layoutForm, type CellValue } from '@kaohe/shared-rules'
import { render } from '@testing-library/react'
import { writeWorkbook } from '../../../service/src/workbooks/write-workbook.ts'
import { apiClient } from '../../src/api/client.ts'
import { memoryKeep } from '../../src/api/keep.ts'
import { newId } from '../../src/api/new-id.ts'
import { App } from '../../src/App.tsx'
import { sessionStore } from '../../src/features/session/session.ts'
import { pack, targets, units } from '../../src/testing/campaign.ts'
import { fakeService } from '../../src/testing/fake-service.ts'
import { preferenceStore } from '../../src/ui/preferences.ts'
import { excelReportSheets } from '../../src/workbook/excel-report-sheets.ts'
import { excelWorkbook } from '../../src/workbook/excel-workbook.ts'
import { useExcel } from '../excel-bench.ts'
import { openWorkbook } from '../fake-excel/fake-excel.ts'

/** A form as it is issued to 新兴街道, in the fake host, and the pane beside it over the real office.js. The service at the other end can be made to fail. */
export async function paneOnHost(form: string, api = '1.9') {
  const description = pack.forms.find(({ id }) => id === form)
  if (!description) throw new Error(`no form ${form}`)
  const totals = Object.fromEntries(pack.districtTargets.map(({ key, value }) => [key, value]))
  const options = { units, targets, totals, owner: 'xinxing', sample: true, indicators: pack.indicators }
  const grid = layoutForm(description, options)
  const host = await openWorkbook(await writeWorkbook(grid, new Date(0)), grid.fileName)
  useExcel(host, api)
  const service = fakeService()
  const keep = memoryKeep()
  const open = () =>
    render(
      <App
        workbook={excelWorkbook()}
        reportSheets={excelReportSheets()}
        api={apiClient('http://service', service.fetchFn)}
        keep={keep}
        sessions={sessionStore(localStorage)}
        preferences={preferenceStore(localStorage, 'zh-CN')}
        now={() => Date.parse('2026-01-01T00:00:00Z')}
        newId={newId}
      />,
    )
  /** Types a figure into the unit's own cell of 附件1. */
  const type = (value: CellValue) => host.user.type('固定资产投资任务分解表', 'D7', value)
  return { host, service, keep, open, type }
}
