import { existsSync, readdirSync, statSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { parsePack, type ParsedPack } from '@kaohe/shared-rules/packs'
import { readJson, type Read } from './read-json.ts'

const SHIPPED = join(import.meta.dirname, '../../../shared-rules/packs')

/**
 * Reads a pack from a file, a folder, or by the id of a shipped one. What cannot be read or does not pass the schema
 * comes back as faults in Chinese, each with its path.
 */
export function loadPack(pathOrId: string): ParsedPack {
  const json = readPackJson(packPath(pathOrId))
  return json.ok ? parsePack(json.value) : json
}

/** Where a pack lies: an id stands for a shipped pack unless a file or folder has that name. */
export function packPath(pathOrId: string): string {
  return /^[a-z][a-z0-9-]*$/.test(pathOrId) && !existsSync(pathOrId) ? join(SHIPPED, pathOrId) : resolve(pathOrId)
}

/**
 * The one JSON value of a pack: a file as it is; of a folder, `pack.json` spread at the top, each other `NAME.json` under
 * NAME, each subfolder as an array in the order of its file names.
 */
function readPackJson(path: string): Read<unknown> {
  if (!existsSync(path)) {
    const message = '找不到这个规则包：请给出文件、文件夹或随附规则包的标识'
    return { ok: false, faults: [{ path: basename(path), message }] }
  }
  if (!statSync(path).isDirectory()) return readJson(path)
  const parts: [string, unknown][] = []
  for (const entry of readdirSync(path, { withFileTypes: true })) {
    const inside = join(path, entry.name)
    const read = entry.isDirectory() ? readList(inside) : readJson(inside)
    if (!read.ok) return read
    if (entry.name === 'pack.json') parts.unshift(...Object.entries(read.value ?? {}))
    else parts.push([basename(entry.name, '.json'), read.value])
  }
  return { ok: true, value: Object.fromEntries(parts) }
}

function readList(folder: string): Read<readonly unknown[]> {
  const values: unknown[] = []
  for (const name of readdirSync(folder).toSorted()) {
    const read = readJson(join(folder, name))
    if (!read.ok) return read
    values.push(read.value)
  }
  return { ok: true, value: values }
}
