import type { ApiError } from '../../api/client.ts'
import type { Keep } from '../../api/keep.ts'
import type { EvidenceList } from '../../api/evidence.ts'
import type { EvidencePlace } from './place.ts'

/** A file that was added at a place and is not at the service yet. It goes once it is there, or when a person takes it away. */
export interface WaitingFile extends EvidencePlace {
  readonly key: string
  readonly savedAt: number
  readonly name: string
  readonly mediaType: string
  readonly size: number
  /** Turned down for good, and why. */
  readonly refused?: ApiError
}

export interface KeptFiles {
  /** Resolves when the file is safe on this machine. */
  save(file: WaitingFile, bytes: ArrayBuffer): Promise<void>
  /** Notes something else about a file that is kept. */
  note(file: WaitingFile): Promise<void>
  remove(file: WaitingFile): Promise<void>
  /** In the order in which they were added; what is in them is not read. */
  list(): Promise<readonly WaitingFile[]>
  bytes(file: WaitingFile): Promise<ArrayBuffer | undefined>
  /** What the service had when it was asked last, for when it cannot be asked. */
  keepSeen(list: EvidenceList): Promise<void>
  seen(): Promise<EvidenceList | undefined>
}

/** The evidence of one account on this machine that waits to be sent. Only this file reads and writes under these keys. */
export function keptFiles(keep: Keep, username: string): KeptFiles {
  const noteKey = ({ key, savedAt }: WaitingFile) => `evidence:${username}:${String(savedAt).padStart(16, '0')}:${key}`
  const bytesKey = ({ key }: WaitingFile) => `evidence-bytes:${username}:${key}`
  return {
    // The bytes first: what is listed is there.
    async save(file, bytes) {
      await keep.set(bytesKey(file), bytes)
      await keep.set(noteKey(file), file)
    },
    note: (file) => keep.set(noteKey(file), file),
    async remove(file) {
      await keep.remove(noteKey(file))
      await keep.remove(bytesKey(file))
    },
    list: async () => (await keep.list(`evidence:${username}:`)) as readonly WaitingFile[],
    bytes: async (file) => (await keep.get(bytesKey(file))) as ArrayBuffer | undefined,
    keepSeen: (list) => keep.set(`evidence-seen:${username}`, list),
    seen: async () => (await keep.get(`evidence-seen:${username}`)) as EvidenceList | undefined,
  }
}
