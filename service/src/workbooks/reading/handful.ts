import type { Form, Unit } from '@kaohe/shared-rules'
import type { AskedFile } from './worker.ts'

/** A file, and what it is held against. */
export interface HeldFile extends AskedFile {
  readonly forms: readonly Form[]
  readonly units: readonly Unit[]
  /** Its worker was ended while it had this file and others: which of them it was for shows when each goes alone. */
  readonly isSuspect: boolean
}

/** Word to a worker and back costs a third of what reading a small file does; what weighs more than this goes alone. */
const most = { files: 16, bytes: 256 * 1024 }

/** How many of the files that wait go to a worker at once: no more than its share, all held against the same. */
export function handful(waiting: readonly HeldFile[], share: number): number {
  const [first] = waiting
  if (!first) return 0
  let bytes = 0
  const rest = waiting.findIndex((file, index) => {
    bytes += file.bytes.length
    const goesAlong =
      index < Math.min(share, most.files) &&
      bytes <= most.bytes &&
      file.forms === first.forms &&
      file.units === first.units &&
      !file.isSuspect
    return index > 0 && !goesAlong
  })
  return first.isSuspect ? 1 : rest < 0 ? waiting.length : rest
}
