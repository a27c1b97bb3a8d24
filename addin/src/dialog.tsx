import { createRoot } from 'react-dom/client'
import { browserKeep } from './api/keep.ts'
import { useAppStyles } from './App.styles.ts'
import { CommandDialog } from './commands/CommandDialog.tsx'
import { takeOutcome, type CommandOutcome } from './commands/command-outcome.ts'
import { preferenceStore } from './ui/preferences.ts'
import { Surroundings } from './ui/Surroundings.tsx'

/** The page of the dialog that a ribbon button opens; the number of what it shows is behind the hash. */
function DialogPage({ outcome }: { readonly outcome: CommandOutcome | null }) {
  const styles = useAppStyles()
  return (
    <Surroundings preferences={preferenceStore(localStorage, navigator.language)} appearance={undefined}>
      <div className={styles.root}>
        <CommandDialog outcome={outcome} />
      </div>
    </Surroundings>
  )
}

const root = document.getElementById('root')
if (root) {
  void takeOutcome(browserKeep(), location.hash.slice(1))
    .catch(() => null)
    .then((outcome) => createRoot(root).render(<DialogPage outcome={outcome} />))
}
