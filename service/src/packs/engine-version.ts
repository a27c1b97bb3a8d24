import { readFileSync } from 'node:fs'
import { z } from 'zod'

const packageJson = new URL('../../../shared-rules/package.json', import.meta.url)

/** The version of the rules' code, as a run names it. */
export function engineVersion(): string {
  return z.object({ version: z.string() }).parse(JSON.parse(readFileSync(packageJson, 'utf8'))).version
}
