import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '../../..')
const read = (path: string) => readFileSync(join(root, path), 'utf8')

describe('docs/operate.md', () => {
  const manual = read('docs/operate.md')

  it('names every variable of the service', () => {
    const variables = [...read('service/src/config.ts').matchAll(/^ {4}([A-Z][A-Z_]+):/gm)].map(([, name]) => name)
    expect(variables).toContain('SESSION_SECRET')
    expect(variables.filter((name) => !manual.includes(`\`${name}\``))).toEqual([])
  })

  it('names only commands that are there', () => {
    const commands = new Set([...manual.matchAll(/\$K\/(\S+\.ts)/g)].map(([, name]) => name))
    expect([...commands].toSorted()).toEqual([
      'account.ts',
      'audit.ts',
      'backup.ts',
      'intake.ts',
      'migrate-store.ts',
      'restore.ts',
    ])
    for (const name of commands) expect(read(`service/src/cli/${name}`)).toContain('用法')
  })
})
