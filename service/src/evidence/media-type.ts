import { z } from 'zod'
import { readLimits } from '../workbooks/reading/limits.ts'
import { Refusal } from '../workbooks/reading/refusal.ts'
import { openZip } from '../workbooks/reading/zip.ts'

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
  damaged: '文件不完整或已损坏，请重新取得后再添加',
  archive: '这是压缩包，请解开后逐个添加里面的文件',
  other: '只收 PDF、JPEG、PNG、OFD 文件；其他格式请先另存为 PDF',
} as const
export type EvidenceRefusal = keyof typeof refusals
export const evidenceRefusalSchema = z.enum(Object.keys(refusals) as EvidenceRefusal[])

export const refusalText = (reason: EvidenceRefusal): string => refusals[reason]

type Kind = { readonly mediaType: MediaType } | { readonly refused: EvidenceRefusal }

/** How files begin: those that are taken, and those that people try most often. */
const beginnings: readonly (readonly [start: string, Kind])[] = [
  ['%PDF-', { mediaType: 'application/pdf' }],
  ['\xff\xd8\xff', { mediaType: 'image/jpeg' }],
  ['\x89PNG\r\n\x1a\n', { mediaType: 'image/png' }],
  ['\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', { refused: 'office' }],
  ['Rar!', { refused: 'archive' }],
  ['7z\xbc\xaf', { refused: 'archive' }],
]

/** What a file is by its own bytes; neither its name nor what the sender says of it is looked at. */
export function kindOf(bytes: Uint8Array): Kind {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (file.length === 0) return { refused: 'empty' }
  const head = file.toString('latin1', 0, 12)
  if (head.startsWith('PK\x03\x04')) return kindOfZip(file)
  if (/^....ftyp(hei|hev|mif1|msf1)/s.test(head)) return { refused: 'heic' }
  return beginnings.find(([start]) => head.startsWith(start))?.[1] ?? { refused: 'other' }
}

/** An OFD has its OFD.xml beside its folders. The names are read and nothing is inflated, whatever a file claims to hold. */
function kindOfZip(file: Buffer): Kind {
  try {
    const { names } = openZip(file, { ...readLimits, zipEntries: mostParts })
    if (names.includes('OFD.xml')) return { mediaType: 'application/ofd' }
    return { refused: names.includes('[Content_Types].xml') ? 'office' : 'archive' }
  } catch (error) {
    if (error instanceof Refusal) return { refused: error.reason === 'damaged' ? 'damaged' : 'archive' }
    throw error
  }
}

/** An OFD of a thousand pages has some parts for each. */
const mostParts = 10_000

/** A name that ends as files of this kind do: opened from a folder, nothing is taken for what it is not. */
export function nameFor(mediaType: MediaType, name: string): string {
  // Marks that turn the direction of writing can make any ending look like another.
  const plain = name.replace(/\p{Cf}/gu, '') || '未命名'
  const known: readonly string[] = endings[mediaType]
  return known.some((ending) => plain.toLowerCase().endsWith(ending)) ? plain : `${plain}${known[0] ?? ''}`
}
