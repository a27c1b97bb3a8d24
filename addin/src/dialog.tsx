import { createRoot } from 'react-dom/client'
import { browserKeep } from './api/keep.ts'
import { useAppStyles } from './App.styles.ts'
import { CommandDialog } from './commands/CommandDialog.tsx'
import { takeOutcome, type CommandOutcome } from './commands/command-outcome.ts'
import command from './i18n/command.zh-CN.json' with { type: 'json' }
import submitting from './i18n/submitting.zh-CN.json' with { type: 'json' }
import type { HostAppearance } from './ui/host-appearance.ts'
import { preferenceStore } from './ui/preferences.ts'
import { Surroundings } from './ui/Surroundings.tsx'

// Behind the hash: the number of what is shown, and what the host looks like.
const [id = '', look] = location.hash.slice(1).split('.')
const host: HostAppearance = {
  current: () => (look === 'dark' || look === 'light' ? look : undefined),
  subscribe: () => () => undefined,
}

/** The page of the dialog that a ribbon button opens. */
function DialogPage({ outcome }: { readonly outcome: CommandOutcome | null }) {
  const styles = useAppStyles()
  return (
    <Surroundings
      preferences={preferenceStore(localStorage, navigator.language)}
      host={host}
      texts={{ command, submitting }}
    >
      <div className={styles.root}>
        <CommandDialog outcome={outcome} />
      </div>
    </Surroundings>
  )
}

const root = document.getElementById('root')
if (root) {
  void takeOutcome(browserKeep(), id)
    .catch(() => null)
    .then((outcome) => createRoot(root).render(<DialogPage outcome={outcome} />))
}
