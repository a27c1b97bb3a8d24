import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { faultsOf, type Fault } from '@kaohe/shared-rules/packs'
import type { z } from 'zod'

export type Read<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly faults: readonly Fault[] }

/** A JSON file as it is. What cannot be read is a fault, not an exception. */
export function readJson(path: string): Read<unknown> {
  try {
    return { ok: true, value: JSON.parse(readFileSync(path, 'utf8')) }
  } catch (error) {
    const reason =
      error instanceof SyntaxError ? `不是有效的 JSON（${error.message}）：请改正` : '文件读不出：请核对路径'
    return { ok: false, faults: [{ path: basename(path), message: reason }] }
  }
}

/** A JSON file that must pass a schema; faults are in Chinese, each with its path. */
export function readParsed<T>(path: string, schema: z.ZodType<T>): Read<T> {
  const read = readJson(path)
  if (!read.ok) return read
  const parsed = schema.safeParse(read.value)
  return parsed.success
    ? { ok: true, value: parsed.data }
    : { ok: false, faults: faultsOf(parsed.error.issues, read.value) }
}
