import { createRoot } from 'react-dom/client'
import { apiClient } from './api/client.ts'
import { browserKeep } from './api/keep.ts'
import { newId } from './api/new-id.ts'
import { newerBuild } from './api/newer-build.ts'
import { App } from './App.tsx'
import { sessionStore } from './features/session/session.ts'
import { preferenceStore } from './ui/preferences.ts'
import { watchedSessions } from './workbench/watched-sessions.ts'
import { WorkbenchPage } from './workbench/WorkbenchPage.tsx'

const root = document.getElementById('root')
if (root) {
  const fetchFn: typeof fetch = (...request) => fetch(...request)
  const now = () => Date.now()
  const isNewer = () => newerBuild(fetchFn, document)
  const api = apiClient('', fetchFn)
  const keep = browserKeep()
  const preferences = preferenceStore(localStorage, navigator.language)
  const sessions = watchedSessions(sessionStore(localStorage), now)
  createRoot(root).render(
    <WorkbenchPage
      api={api}
      fetchFn={fetchFn}
      keep={browserKeep('kaohe-workbench')}
      sessions={sessions}
      preferences={preferences}
      pane={(ports) => (
        <App
          {...ports}
          api={api}
          keep={keep}
          sessions={sessions}
          preferences={preferences}
          now={now}
          newId={newId}
          isNewer={isNewer}
          onReload={() => location.reload()}
        />
      )}
    />,
  )
}
