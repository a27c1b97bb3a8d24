import type { Facts } from './facts.ts'
import type { Fault } from './pack/fault.ts'
import type { Pack } from './pack/pack.ts'

/** What facts must be to a pack, beyond their form: each unit once, each in a pool the pack knows or in none. */
export function factsFaults(pack: Pack, facts: Facts): readonly Fault[] {
  const pools = pack.pools.map(({ id }) => id)
  return facts.units.flatMap(({ id, pool }, index): Fault[] => {
    const first = facts.units.findIndex((unit) => unit.id === id)
    return [
      ...(first < index
        ? [{ path: `units.${index}.id`, message: `“${id}”与 units.${first}.id 重复：每个单位只能有一条，请删去或改正` }]
        : []),
      ...(pool !== null && !pools.includes(pool)
        ? [
            {
              path: `units.${index}.pool`,
              message: `规则包里没有排名组“${pool}”：请写 ${pools.join('、')} 之一，不参加排名写 null`,
            },
          ]
        : []),
    ]
  })
}
