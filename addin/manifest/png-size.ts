import { existsSync, readFileSync } from 'node:fs'
import { join, normalize } from 'node:path'

const signature = '89504e470d0a1a0a'

/** Width and height of the PNG that this address leads to, given the folder served at its origin. */
export function pngSize(folder: string, url: string): { readonly width: number; readonly height: number } | undefined {
  if (!URL.canParse(url)) return undefined
  const path = join(folder, normalize(new URL(url).pathname))
  if (!existsSync(path)) return undefined
  const head = readFileSync(path)
  if (head.length < 24 || head.subarray(0, 8).toString('hex') !== signature) return undefined
  return { width: head.readUInt32BE(16), height: head.readUInt32BE(20) }
}
