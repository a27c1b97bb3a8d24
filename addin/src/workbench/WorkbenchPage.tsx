import workbench from '../i18n/workbench.zh-CN.json' with { type: 'json' }
import type { PreferenceStore } from '../ui/preferences.ts'
import { Surroundings } from '../ui/Surroundings.tsx'
import { Workbench, type WorkbenchProps } from './Workbench.tsx'

interface WorkbenchPageProps extends WorkbenchProps {
  readonly preferences: PreferenceStore
}

/** The workbench, and the pane in it, in their surroundings. */
export function WorkbenchPage({ preferences, ...props }: WorkbenchPageProps) {
  return (
    <Surroundings preferences={preferences} texts={{ workbench }}>
      <Workbench {...props} />
    </Surroundings>
  )
}
