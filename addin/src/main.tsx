import { createRoot } from 'react-dom/client'
import { apiClient } from './api/client.ts'
import { browserKeep } from './api/keep.ts'
import { newId } from './api/new-id.ts'
import { newerBuild } from './api/newer-build.ts'
import { App } from './App.tsx'
import { sessionStore } from './features/session/session.ts'
import { hostAppearance } from './ui/host-appearance.ts'
import { laterChunk } from './ui/later-chunk.ts'
import { laterPart } from './ui/later-part.tsx'
import { preferenceStore } from './ui/preferences.ts'
import { Surroundings } from './ui/Surroundings.tsx'
import { hostBackground, hostFault } from './workbook/excel-host.ts'
import { excelReportSheets } from './workbook/excel-report-sheets.ts'
import { excelWorkbook } from './workbook/excel-workbook.ts'

const HostNotice = laterPart(
  laterChunk(() => import('./ui/HostNotice.tsx')),
  (parts) => parts.HostNotice,
)
const isNewer = () => newerBuild((...request) => fetch(...request), document)

void Office.onReady(({ host }) => {
  const root = document.getElementById('root')
  if (!root) return
  const preferences = preferenceStore(localStorage, Office.context.displayLanguage ?? navigator.language)
  const look = hostAppearance(hostBackground)
  const fault = hostFault(host)
  if (fault) {
    const notice = (
      <Surroundings preferences={preferences} host={look}>
        <HostNotice why={fault} />
      </Surroundings>
    )
    return createRoot(root).render(notice)
  }
  createRoot(root).render(
    <App
      workbook={excelWorkbook()}
      reportSheets={excelReportSheets()}
      api={apiClient('', (...request) => fetch(...request))}
      keep={browserKeep()}
      sessions={sessionStore(localStorage)}
      preferences={preferences}
      now={() => Date.now()}
      newId={newId}
      isNewer={isNewer}
      onReload={() => location.reload()}
      host={look}
    />,
  )
})
