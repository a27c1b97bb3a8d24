import { createRoot } from 'react-dom/client'
import { apiClient } from './api/client.ts'
import { browserKeep } from './api/keep.ts'
import { newId } from './api/new-id.ts'
import { App } from './App.tsx'
import { sessionStore } from './features/session/session.ts'
import { appearanceOf } from './ui/appearance-of.ts'
import { preferenceStore } from './ui/preferences.ts'
import { excelReportSheets } from './workbook/excel-report-sheets.ts'
import { excelWorkbook } from './workbook/excel-workbook.ts'

void Office.onReady(() => {
  const root = document.getElementById('root')
  if (!root) return
  createRoot(root).render(
    <App
      workbook={excelWorkbook()}
      reportSheets={excelReportSheets()}
      api={apiClient('', (...request) => fetch(...request))}
      keep={browserKeep()}
      sessions={sessionStore(localStorage)}
      preferences={preferenceStore(localStorage, Office.context.displayLanguage)}
      now={() => Date.now()}
      newId={newId}
      appearance={appearanceOf(Office.context.officeTheme?.bodyBackgroundColor)}
    />,
  )
})
