import { readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parsePack, type ParsedPack } from '@kaohe/shared-rules'

const SHIPPED = fileURLToPath(new URL('../../../shared-rules/packs/', import.meta.url))

/**
 * Reads a pack from a file, a folder, or by the id of a shipped one. What cannot be read or does not pass the schema
 * comes back as faults in Chinese, each with its path.
 */
export function loadPack(pathOrId: string): ParsedPack {
  const path = /^[a-z][a-z0-9-]*$/.test(pathOrId) && !exists(pathOrId) ? join(SHIPPED, pathOrId) : resolve(pathOrId)
  const json = readPackJson(path)
  return json.ok ? parsePack(json.value) : { ok: false, faults: [json.fault] }
}

type Read = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly fault: Fault }
type Fault = { readonly path: string; readonly message: string }

/** The one JSON value of a pack: a file as it is; of a folder `pack.json` spread at the top, each other `NAME.json` under NAME, each subfolder as an array in the order of its file names. */
function readPackJson(path: string): Read {
  if (!exists(path))
    return {
      ok: false,
      fault: { path: basename(path), message: '找不到这个规则包：请给出文件、文件夹或随附规则包的标识' },
    }
  if (!statSync(path).isDirectory()) return readJson(path)
  const parts: [string, unknown][] = []
  for (const entry of readdirSync(path, { withFileTypes: true }).toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    const read = entry.isDirectory() ? readList(join(path, entry.name)) : readJson(join(path, entry.name))
    if (!read.ok) return read
    if (entry.name === 'pack.json') parts.unshift(...Object.entries(read.value ?? {}))
    else parts.push([basename(entry.name, '.json'), read.value])
  }
  return { ok: true, value: Object.fromEntries(parts) }
}

function readList(folder: string): Read {
  const values: unknown[] = []
  for (const name of readdirSync(folder).toSorted()) {
    const read = readJson(join(folder, name))
    if (!read.ok) return read
    values.push(read.value)
  }
  return { ok: true, value: values }
}

function readJson(path: string): Read {
  try {
    return { ok: true, value: JSON.parse(readFileSync(path, 'utf8')) }
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    return { ok: false, fault: { path: basename(path), message: `不是有效的 JSON：${error.message}` } }
  }
}

const exists = (path: string): boolean => statSync(path, { throwIfNoEntry: false }) !== undefined
