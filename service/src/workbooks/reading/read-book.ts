import type { Book } from './book.ts'
import type { ReadLimits } from './limits.ts'
import { Refusal, type RefusalReason } from './refusal.ts'
import { readXls } from './xls/read-xls.ts'
import { readXlsx } from './xlsx/read-xlsx.ts'

export type ReadBook =
  { readonly kind: 'read'; readonly book: Book } | { readonly kind: 'refused'; readonly reason: RefusalReason }

const ZIP = Buffer.from([0x50, 0x4b])
const OLE = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])

/**
 * Reads a workbook by what its bytes say, not its name. Whatever the file holds, the answer is a book or a reason; an
 * exception is a fault of ours. Meant for a worker: it takes what time and memory the limits allow.
 */
export async function readBook(bytes: Uint8Array, limits: ReadLimits): Promise<ReadBook> {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    return { kind: 'read', book: await parse(file, limits) }
  } catch (error) {
    if (error instanceof Refusal) return { kind: 'refused', reason: error.reason }
    throw error
  }
}

async function parse(file: Buffer, limits: ReadLimits): Promise<Book> {
  if (file.length > limits.fileBytes) throw new Refusal('too-large')
  if (file.subarray(0, 2).equals(ZIP)) return readXlsx(file, limits)
  if (file.length >= 1536 && file.subarray(0, 8).equals(OLE)) return readXls(file, limits)
  throw new Refusal(file.subarray(0, 4).equals(OLE.subarray(0, 4)) ? 'damaged' : 'not-a-workbook')
}
