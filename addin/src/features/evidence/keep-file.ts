import type { KeptFiles, WaitingFile } from './kept-files.ts'
import { mediaTypeOf } from './media-type.ts'
import type { EvidencePlace } from './place.ts'

/** A file that was not even kept here. */
export interface TurnedAway {
  readonly name: string
  readonly why: 'empty' | 'too-large' | 'unreadable' | 'kind' | 'unsaved'
}

/** Keeps one file for a place on this machine; null once it is safe here, else why it is not. */
export async function keepFile(
  kept: KeptFiles,
  { form, item, row, title }: EvidencePlace,
  file: File,
  largest: number,
  as: Pick<WaitingFile, 'key' | 'savedAt'>,
): Promise<TurnedAway['why'] | null> {
  const { name, size } = file
  if (size === 0) return 'empty'
  if (size > largest) return 'too-large'
  // A folder, or a file that went away meanwhile.
  const bytes = await file.arrayBuffer().catch(() => null)
  if (!bytes) return 'unreadable'
  const mediaType = mediaTypeOf(bytes)
  if (mediaType === null) return 'kind'
  try {
    await kept.save({ ...as, form, item, row, title, name, mediaType, size }, bytes)
    return null
  } catch {
    return 'unsaved'
  }
}
