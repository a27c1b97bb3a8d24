import type { Api, SignedInApi } from '../api/client.ts'
import type { Keep } from '../api/keep.ts'
import { openDesk, type OpenedDesk } from '../features/desk/desk.ts'
import type { SessionStore } from '../features/session/session.ts'
import type { Workbook } from '../workbook/workbook.ts'
import type { CommandOutcome } from './command-outcome.ts'

/** What a command works with: the same as the pane, without a screen. */
export interface CommandDeps {
  readonly api: Api
  readonly keep: Keep
  readonly sessions: SessionStore
  readonly workbook: Workbook
  readonly now: () => number
  readonly newId: () => string
}

export interface Signed {
  readonly api: SignedInApi
  readonly username: string
  readonly desk: OpenedDesk
}

/** The desk of whoever signed in on this machine, in the pane. */
export async function openDeskFor({ api, keep, sessions, now }: CommandDeps): Promise<Signed | CommandOutcome> {
  const session = sessions.read(now())
  if (!session) return { kind: 'signed-out' }
  const signedIn = api.signedIn(session.token)
  const opened = await openDesk(signedIn, keep, session.username, now)
  if (opened.ok) return { api: signedIn, username: session.username, desk: opened.value }
  const lapsed = opened.error.kind === 'problem' && opened.error.status === 401
  return lapsed ? { kind: 'signed-out' } : { kind: 'unreachable', error: opened.error }
}

export function isOutcome<T extends object>(value: T | CommandOutcome): value is CommandOutcome {
  return 'kind' in value
}
