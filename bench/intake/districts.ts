import type { Pack, Unit } from '@kaohe/shared-rules'
import { loadPack } from '../../service/src/packs/load-pack.ts'

export function shippedPack(): Pack {
  const parsed = loadPack('haizhou-2019')
  if (!parsed.ok) throw new Error('the shipped pack does not load')
  return parsed.pack
}

export const DISTRICTS = 12
const UNITS = 25

/** Units as many districts would have them. */
export const unitsOfDistrict = (district: number): readonly Unit[] => districts[district] ?? []

const districts: readonly (readonly Unit[])[] = Array.from({ length: DISTRICTS }, (_, district) =>
  Array.from({ length: UNITS }, (_, index) => {
    const order = district * UNITS + index + 1
    return { id: `u${order.toString()}`, name: `第${order.toString()}街道`, pool: 'town', order: index + 1 }
  }),
)

/** Of the unit whose file is called like this: `u27.xlsx`. */
export const districtOf = (file: string): number => Math.floor((parseInt(file.slice(1), 10) - 1) / UNITS)
export const targetOf = ({ id }: Unit): number => 9000 + (Number(id.slice(1)) % 37) * 100
export const reportedOf = (unit: Unit): number => targetOf(unit) - 4000 + ((Number(unit.id.slice(1)) * 7919) % 5000)
