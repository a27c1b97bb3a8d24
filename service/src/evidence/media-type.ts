import { z } from 'zod'

/** What is taken, with the names that a file of it may end in. */
const endings = {
  'application/pdf': ['.pdf'],
  'image/jpeg': ['.jpg', '.jpeg'],
  'image/png': ['.png'],
  'application/ofd': ['.ofd'],
} as const
export type MediaType = keyof typeof endings
export const mediaTypeSchema = z.enum(Object.keys(endings) as MediaType[])

/** Why a file is not taken, in the words of those who add it. */
const refusals = {
  empty: '文件是空的，请重新选择',
  office: '这是 Office 或 WPS 文件，请另存为 PDF 再添加',
  heic: '这是 HEIC 格式的手机照片，请改存为 JPEG 再添加',
  archive: '这是压缩包，请解开后逐个添加里面的文件',
  other: '只收 PDF、JPEG、PNG、OFD 文件；其他格式请先另存为 PDF',
} as const
export type EvidenceRefusal = keyof typeof refusals
export const evidenceRefusalSchema = z.enum(Object.keys(refusals) as EvidenceRefusal[])

export const refusalText = (reason: EvidenceRefusal): string => refusals[reason]

/** What a file is by its own bytes; neither its name nor what the sender says of it is looked at. */
export function kindOf(bytes: Uint8Array): { readonly mediaType: MediaType } | { readonly refused: EvidenceRefusal } {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (file.length === 0) return { refused: 'empty' }
  if (beginsWith(file, '%PDF-')) return { mediaType: 'application/pdf' }
  if (beginsWith(file, [0xff, 0xd8, 0xff])) return { mediaType: 'image/jpeg' }
  if (beginsWith(file, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return { mediaType: 'image/png' }
  return { refused: 'other' }
}

const beginsWith = (file: Buffer, start: string | readonly number[]): boolean => {
  const wanted = typeof start === 'string' ? Buffer.from(start, 'latin1') : Buffer.from(start)
  return file.subarray(0, wanted.length).equals(wanted)
}

/** A name that ends as files of this kind do: opened from a folder, nothing is taken for what it is not. */
export function nameFor(mediaType: MediaType, name: string): string {
  // Marks that turn the direction of writing can make any ending look like another.
  const plain = name.replace(/\p{Cf}/gu, '') || '未命名'
  const known: readonly string[] = endings[mediaType]
  return known.some((ending) => plain.toLowerCase().endsWith(ending)) ? plain : `${plain}${known[0] ?? ''}`
}
