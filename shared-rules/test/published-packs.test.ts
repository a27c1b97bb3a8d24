import { readFileSync, readdirSync } from 'node:fs'
import { expect, it } from 'vitest'
import { packHash, parsePack } from '../src/index.ts'
import { readPack } from './read-pack.ts'

const published: unknown = JSON.parse(readFileSync(new URL('../packs/published.json', import.meta.url), 'utf8'))
const shipped = readdirSync(new URL('../packs/', import.meta.url), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)

it.each(shipped)('%s is what was published under its version: a change takes a new version', (id) => {
  const pack = readPack(id)
  expect(published).toHaveProperty([`${pack.id}@${pack.version}`], packHash(pack))
})

it('haizhou-2019 of 2019.2 is the one of 2019.3 without activities, and loads as it was published', () => {
  const { activities: _, ...rest } = readPack('haizhou-2019')
  const before = parsePack({ ...rest, version: '2019.2' })
  expect(before.ok && packHash(before.pack)).toBe((published as Record<string, string>)['haizhou-2019@2019.2'])
})
