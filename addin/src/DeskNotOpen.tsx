import type { SignedInApi } from './api/client.ts'
import { DeskClosed, DeskOpening } from './features/desk/DeskStates.tsx'
import type { DeskState } from './features/desk/use-desk.ts'
import { wantsOwnPassword } from './features/session/own-password.ts'
import { laterChunk } from './ui/later-chunk.ts'
import { laterPart } from './ui/later-part.tsx'

// Seen once, at the first sign-in.
const ChangePassword = laterPart(
  laterChunk(() => import('./features/session/ChangePassword.tsx')),
  (parts) => parts.ChangePassword,
)

interface DeskNotOpenProps {
  readonly state: Exclude<DeskState, { step: 'open' }>
  readonly api: SignedInApi
  readonly onRetry: () => void
  /** A password of one's own was set, which gave this token. */
  readonly onRenew: (token: string) => void
  readonly onSignOut: () => void
}

/** What every page shows until the desk is open: that it opens, the way to a password of one's own, or why it stays closed. */
export function DeskNotOpen({ state, api, onRetry, onRenew, onSignOut }: DeskNotOpenProps) {
  if (state.step === 'opening') return <DeskOpening />
  return wantsOwnPassword(state.error) ? (
    <ChangePassword api={api} onChanged={onRenew} onSignOut={onSignOut} />
  ) : (
    <DeskClosed error={state.error} onRetry={onRetry} onSignOut={onSignOut} />
  )
}
