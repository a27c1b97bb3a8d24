import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

const packageJson = join(import.meta.dirname, '../../../shared-rules/package.json')

/** The version of the rules' code, as a run names it. */
export function engineVersion(): string {
  return z.object({ version: z.string() }).parse(JSON.parse(readFileSync(packageJson, 'utf8'))).version
}
