import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { openWorkbookReader } from '../../service/src/workbooks/reading/reader.ts'

/**
 * Reads every workbook of a folder by the way of the intake, scores and ranks them, and prints who reported most of its target.
 * On two cores, one worker reads beside the ranking: it starts up while the pack is read, and reads while the rules are loaded.
 */
const [folder = ''] = process.argv.slice(2)
const reader = openWorkbookReader({ workers: 1 })
reader.warmUp()
const { districtOf, shippedPack, unitsOfDistrict } = await import('./districts.ts')
const pack = shippedPack()
const mails = readdirSync(folder)
  .toSorted((a, b) => districtOf(a) - districtOf(b))
  .map((name) => {
    const units = unitsOfDistrict(districtOf(name))
    const whose = { fileName: '', own: null, chosen: null }
    return { name, units, found: reader.find(readFileSync(join(folder, name)), pack.forms, units, whose) }
  })
const { rank } = await import('./rank.ts')
process.stdout.write(`${await rank(pack, mails)}\n`)
await reader.close()
