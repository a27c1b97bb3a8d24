import { encode } from 'uqr'
import type { Receipt } from '../api/client.ts'

export interface ReceiptCode {
  /** Modules along one side, with the white rim that readers need. */
  readonly size: number
  /** The dark modules as a path of squares, one unit wide. */
  readonly path: string
}

/** What the code says, in plain letters: which report, when it came in, and the fingerprint that proves what was in it. */
export function codeText({ number, receivedAt, fingerprints }: Receipt): string {
  return [number, receivedAt, fingerprints.result].join(' ')
}

/** The code to draw. A quarter of it may be worn or written over. */
export function receiptCode(receipt: Receipt): ReceiptCode {
  const { size, data } = encode(codeText(receipt), { ecc: 'Q', border: 4 })
  const path = data
    .flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${String(x)} ${String(y)}h1v1h-1z`] : [])))
    .join('')
  return { size, path }
}
