import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parsePack, type Pack } from '../src/index.ts'

/** A shipped pack from its folder. One that does not pass the schema fails the test with its faults. */
export function readPack(id: string): Pack {
  const folder = fileURLToPath(new URL(`../packs/${id}/`, import.meta.url))
  const read = (file: string): unknown => JSON.parse(readFileSync(folder + file, 'utf8'))
  const parts = readdirSync(folder)
    .filter((file) => file.endsWith('.json') && file !== 'pack.json')
    .map((file) => [file.slice(0, -'.json'.length), read(file)])
  const forms = readdirSync(`${folder}forms`)
    .toSorted()
    .map((file) => read(`forms/${file}`))
  const head = read('pack.json')
  const parsed = parsePack({ ...(head instanceof Object ? head : {}), ...Object.fromEntries(parts), forms })
  if (!parsed.ok) throw new TypeError(JSON.stringify(parsed.faults, null, 2))
  return parsed.pack
}
