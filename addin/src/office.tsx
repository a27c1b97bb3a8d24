import { createRoot } from 'react-dom/client'
import { apiClient } from './api/client.ts'
import { browserKeep } from './api/keep.ts'
import { newerBuild } from './api/newer-build.ts'
import { sessionStore } from './features/session/session.ts'
import { OfficePage } from './OfficePage.tsx'
import { preferenceStore } from './ui/preferences.ts'

const isNewer = () => newerBuild((...request) => fetch(...request), document)

const root = document.getElementById('root')
if (root) {
  createRoot(root).render(
    <OfficePage
      api={apiClient('', (...request) => fetch(...request))}
      keep={browserKeep()}
      sessions={sessionStore(localStorage)}
      preferences={preferenceStore(localStorage, navigator.language)}
      now={() => Date.now()}
      isNewer={isNewer}
    />,
  )
}
