import type { Ledger } from '@kaohe/shared-rules'
import type { ApiResult, Standing } from '../../api/client.ts'
import type { EvidenceFile } from '../../api/evidence.ts'
import type { waitsFor } from '../../api/waits-for.ts'
import type { TurnedAway } from './keep-file.ts'
import type { WaitingFile } from './kept-files.ts'
import type { EvidencePlace, IssuedNumbers } from './place.ts'

export interface EvidenceState {
  /** What the service has of this unit, as far as it is known here. */
  readonly files: readonly EvidenceFile[]
  /** More bytes than these are not taken. */
  readonly largest: number
  /** Kept on this machine, still to be sent or turned down. */
  readonly waiting: readonly WaitingFile[]
  /** The key of the one that is on its way. */
  readonly sending: string | null
  /** Why the last one could not be sent, where it may be later. */
  readonly why: ReturnType<typeof waitsFor>
  readonly issued: IssuedNumbers
}

/** The evidence of one unit, seen and added by the clerk who is signed in. */
export interface EvidenceDesk {
  state(): EvidenceState
  subscribe(listener: () => void): () => void
  /** The form that a ledger is part of. */
  formOf(ledger: Ledger): string
  /** Asks the service what is there, and sends what waited for a number that is issued now. */
  know(standing: Standing): Promise<void>
  /** Keeps files on this machine, then sends them. */
  add(place: EvidencePlace, files: readonly File[]): Promise<readonly TurnedAway[]>
  send(): Promise<void>
  /** Sends one again that was turned down. */
  retry(file: WaitingFile): Promise<void>
  drop(file: WaitingFile): Promise<void>
  /** It belongs elsewhere, or what it belongs to is called otherwise now. */
  move(file: WaitingFile, place: EvidencePlace): Promise<void>
  withdraw(id: string, reason: string): Promise<ApiResult<{ readonly evidence: EvidenceFile }>>
  /** What the service says is that the session has ended. */
  lapse(): void
  bytes(file: EvidenceFile | WaitingFile): Promise<ApiResult<Blob>>
}
