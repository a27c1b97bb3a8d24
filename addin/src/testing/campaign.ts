import {
  layoutForm,
  parsePack,
  unitSchema,
  type FormGrid,
  type Pack,
  type Targets,
  type Unit,
} from '@kaohe/shared-rules'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '../../..')
const json = (path: string): unknown => JSON.parse(readFileSync(join(root, path), 'utf8'))

function readPack(): Pack {
  const folder = 'shared-rules/packs/haizhou-2019'
  const parts = readdirSync(join(root, folder)).filter((name) => name.endsWith('.json') && name !== 'pack.json')
  const forms = readdirSync(join(root, folder, 'forms')).toSorted()
  const parsed = parsePack({
    ...(json(`${folder}/pack.json`) as object),
    ...Object.fromEntries(parts.map((name) => [name.replace('.json', ''), json(`${folder}/${name}`)])),
    forms: forms.map((name) => json(`${folder}/forms/${name}`)),
  })
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults))
  return parsed.pack
}

/** The shipped campaign of 2019, as the service holds it. */
export const pack: Pack = readPack()
export const units: readonly Unit[] = unitSchema
  .strip()
  .array()
  .parse(json('service/campaigns/haizhou-2019/units.json'))
export const targets = (json('service/campaigns/haizhou-2019/targets.json') as { targets: Record<string, Targets> })
  .targets

export function unitOf(id: string): Unit {
  const unit = units.find((one) => one.id === id)
  if (!unit) throw new Error(`no unit ${id}`)
  return unit
}

/** A form as it is issued to a unit, in a later version if need be. */
export function issued(form: string, owner: string, template?: number): FormGrid {
  const found = pack.forms.find(({ id }) => id === form)
  if (!found) throw new Error(`no form ${form}`)
  const totals = Object.fromEntries(pack.districtTargets.map(({ key, value }) => [key, value]))
  return layoutForm(
    { ...found, template: template ?? found.template },
    { units, targets, totals, indicators: pack.indicators, owner, sample: true },
  )
}
