import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import type { TestProject } from 'vitest/node'
import { furnish } from './furnish.ts'
import { templateOf } from './store-names.ts'

/** A file to copy for each way in which a test wants to find its database: opening the campaign takes longer than most tests. */
export async function setup(project: TestProject): Promise<() => void> {
  const folder = mkdtempSync(join(tmpdir(), 'kaohe-templates-'))
  for (const furnished of ['campaign', 'people'] as const) {
    const file = join(folder, templateOf(furnished))
    await furnish(`sqlite:${file}`, furnished)
    // What is copied into memory must not say that a log lies beside it.
    const database = new Sqlite(file)
    database.pragma('journal_mode = DELETE')
    database.close()
  }
  project.provide('sqliteTemplates', folder)
  return () => rmSync(folder, { recursive: true, force: true })
}
