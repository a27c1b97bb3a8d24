import { describe, expect, it } from 'vitest'
import { loadPack } from '../packs/load-pack.ts'
import { readCampaign } from './campaign-files.ts'

const parsed = loadPack('haizhou-2019')
if (!parsed.ok) throw new Error('the shipped pack does not load')
const { pack } = parsed
const { units, targets } = readCampaign('haizhou-2019', pack)

describe('the campaign haizhou-2019', () => {
  it('has 11 towns and streets and 15 departments in the order of the register', () => {
    expect(units.map(({ order }) => order)).toEqual(units.map((_, index) => index + 1))
    expect(units.map(({ pool }) => pool)).toEqual([...Array(11).fill('town'), ...Array(15).fill('department')])
  })

  it.each(pack.districtTargets.map(({ key, value }) => [key, value] as const))(
    'splits %s so that the units add up to %s',
    (key, value) => {
      const sum = Object.values(targets.byUnit).reduce((total, each) => total + BigInt(each[key] ?? '0'), 0n)
      expect(String(sum)).toBe(value)
    },
  )

  it('says that the split is an example', () => {
    expect(targets.sample).toBe(true)
    expect(targets.document).toContain('示例(非官方)')
  })

  it('gives targets to units of the register only, and none that the district does not have', () => {
    const keys = new Set(pack.districtTargets.map(({ key }) => key))
    expect(Object.keys(targets.byUnit)).toEqual(units.map(({ id }) => id))
    expect(
      Object.values(targets.byUnit)
        .flatMap(Object.keys)
        .filter((key) => !keys.has(key)),
    ).toEqual([])
  })

  it('leaves 发改局 and 财政局, who judge it, without a task in 争取资金', () => {
    expect(['drc', 'finance'].map((id) => targets.byUnit[id]?.['funds'])).toEqual([undefined, undefined])
  })

  it('asks no unit for more large projects than new ones', () => {
    for (const each of Object.values(targets.byUnit)) {
      expect(BigInt(each['largeProjects'] ?? '0') <= BigInt(each['newProjects'] ?? '0')).toBe(true)
    }
  })
})
