import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { unitSchema, type Pack } from '@kaohe/shared-rules'
import { z } from 'zod'
import { unitKindSchema } from './registered-unit.ts'
import type { CampaignSeed } from './store.ts'

const unitsSchema = z.array(unitSchema.extend({ kind: unitKindSchema })).min(1)
const targetsSchema = z.object({
  sample: z.boolean(),
  document: z.string().min(1),
  targets: z.record(z.string(), z.record(z.string(), z.string())),
})

/** Reads `units.json` and `targets.json` of a campaign that ships with the service. */
export function readCampaign(id: string, pack: Pack): CampaignSeed {
  const folder = join(import.meta.dirname, '../../campaigns', id)
  const read = (name: string): unknown => JSON.parse(readFileSync(join(folder, name), 'utf8'))
  const { sample, document, targets } = targetsSchema.parse(read('targets.json'))
  return {
    id,
    title: pack.title,
    year: pack.year,
    units: unitsSchema.parse(read('units.json')),
    targets: { document, sample, byUnit: targets },
  }
}
