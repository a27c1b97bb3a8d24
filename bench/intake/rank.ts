import { evaluateUnit, factsOfRecords, rankPool, type Pack, type Unit } from '@kaohe/shared-rules'
import { findingOf } from '../../service/src/intake/finding.ts'
import type { Found } from '../../service/src/workbooks/reading/reader.ts'
import { targetOf } from './districts.ts'

interface Mail {
  readonly name: string
  /** Of the district that it came to. */
  readonly units: readonly Unit[]
  readonly found: Promise<Found>
}

/** How many files were taken and ranked, and who reported most of its target. */
export async function rank(pack: Pack, mails: readonly Mail[]): Promise<string> {
  const taken = await Promise.all(
    mails.map(async ({ name, units, found }) => {
      const finding = findingOf(await found)
      const unit = units.find(({ id }) => finding.kind === 'read' && id === finding.unit)
      if (finding.kind !== 'read' || !unit) throw new Error(`${name}: ${finding.kind}`)
      const targets = { investment: targetOf(unit).toString() }
      const facts = factsOfRecords(pack, unit, targets, { investment: finding.record })
      return { unit, result: evaluateUnit(pack, facts), reported: Number(finding.record.cells['reported']) }
    }),
  )
  const results = taken.map(({ result }) => result)
  const ranked = rankPool(pack, 'town', results)
  const best = taken.toSorted((a, b) => b.reported / targetOf(b.unit) - a.reported / targetOf(a.unit))[0]
  return `${taken.length.toString()} ${ranked.length.toString()} ${best?.unit.name ?? ''}`
}
