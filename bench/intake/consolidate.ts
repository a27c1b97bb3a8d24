import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { evaluateUnit, factsOfRecords, rankPool } from '@kaohe/shared-rules'
import { findingOf } from '../../service/src/intake/finding.ts'
import { openWorkbookReader } from '../../service/src/workbooks/reading/reader.ts'
import { districtOf, shippedPack, targetOf, unitsOfDistrict } from './districts.ts'

/** Reads every workbook of a folder by the way of the intake, scores and ranks them, and prints who reported most of its target. */
const [folder = ''] = process.argv.slice(2)
// On two cores, one worker beside the ranking; it starts up while the pack is read.
const reader = openWorkbookReader({ workers: 1 })
void reader.read(new Uint8Array(), [], [])
const pack = shippedPack()
const taken = await Promise.all(
  readdirSync(folder).map(async (name) => {
    const units = unitsOfDistrict(districtOf(name))
    const reading = await reader.read(readFileSync(join(folder, name)), pack.forms, units)
    const finding = findingOf(reading, { forms: pack.forms, units, fileName: '', own: null, chosen: null })
    const unit = units.find(({ id }) => finding.kind === 'read' && id === finding.unit)
    if (finding.kind !== 'read' || !unit) throw new Error(`${name}: ${finding.kind}`)
    const targets = { investment: targetOf(unit).toString() }
    const facts = factsOfRecords(pack, unit, targets, { investment: finding.record })
    return { unit, result: evaluateUnit(pack, facts), reported: Number(finding.record.cells['reported']) }
  }),
)
await reader.close()
const ranked = rankPool(
  pack,
  'town',
  taken.map(({ result }) => result),
)
const best = taken.toSorted((a, b) => b.reported / targetOf(b.unit) - a.reported / targetOf(a.unit))[0]
process.stdout.write(`${taken.length.toString()} ${ranked.length.toString()} ${best?.unit.name ?? ''}\n`)
