import { fingerprints, snapshotOfGrid, templateChanges } from '@kaohe/shared-rules'
import { describe, expect, it } from 'vitest'
import { issued, pack, targets, unitOf, units } from '../../testing/campaign.ts'
import { carriedCells } from './carrying.ts'
import { fill, type Filling, type FillingBasis } from './filling.ts'

const newer = { ...pack, forms: pack.forms.map((form) => ({ ...form, template: 2 })) }
const basis = (of: typeof pack): FillingBasis => ({
  pack: of,
  unit: unitOf('xinxing'),
  units,
  targets: targets['xinxing'] ?? {},
  records: {},
  asOf: '2019-06-18',
  until: '2019-06-15',
})
const atVersion = (form: string, template: number): NonNullable<FillingBasis['forms']>[number] => ({
  form,
  template,
  state: 'not-reported',
  submission: null,
  returned: [],
})
function fingerprintsOf(seen: Filling) {
  if (seen.step !== 'filled') throw new Error(seen.step)
  return fingerprints(pack, seen.facts, seen.result)
}
const snapshot = (form: string) => snapshotOfGrid(issued(form, 'xinxing'))

describe('a workbook of an earlier template', () => {
  it('is told apart by its names, with the figures in it', () => {
    const seen = fill(basis(newer), snapshot('investment'))
    expect(seen).toMatchObject({ step: 'outdated', template: 1, record: { form: 'investment' } })
    expect(seen.step === 'outdated' && templateChanges(seen.form, seen.binding, seen.names)).toEqual([])
  })

  it('is none of the template in force, and none without our names', () => {
    expect(fill(basis(pack), snapshot('investment')).step).toBe('filled')
    expect(fill(basis(newer), { ...snapshot('investment'), names: {} }).step).toBe('filled')
  })

  it('is told apart from one of an annex that the office registered since, without another hash of the rules', () => {
    const registered: FillingBasis = { ...basis(pack), forms: [atVersion('investment', 2)] }
    expect(fill(registered, snapshot('investment'))).toMatchObject({ step: 'outdated', template: 1 })
    const file = snapshotOfGrid(issued('investment', 'xinxing', 2))
    for (const names of [file.names, {}]) {
      const seen = fill(registered, { ...file, names })
      if (seen.step !== 'filled') throw new Error(seen.step)
      expect([seen.form.template, seen.record.template]).toEqual([2, 2])
      expect(fingerprintsOf(seen)).toEqual(fingerprintsOf(fill(basis(pack), snapshot('investment'))))
    }
    expect(fill(registered, snapshot('enclave'))).toMatchObject({ step: 'filled', record: { template: 1 } })
  })

  it('hands its ledger rows over below those that are there, and the same project into its own row', () => {
    const filled = fill(basis(pack), snapshot('enclave'))
    if (filled.step !== 'filled') throw new Error(filled.step)
    const row = (name: string, amount: string) => ({ number: null, name, amount, arrivalDate: '2019-05-01' })
    const now = { ...filled, record: { ...filled.record, ledgers: { enclaves: [row('甲', '100')] } } }
    const addresses = Object.fromEntries(
      ['name', 'amount', 'arrivalDate'].map((id, at) => [
        `enclaves.0.${id}`,
        { sheet: 's', address: `${'BFG'[at] ?? ''}6` },
      ]),
    )
    const old = { ...filled.record, ledgers: { enclaves: [row('甲', '200'), row('乙', '300')] } }
    const carried = carriedCells(old, { ...now, addresses })
    expect(carried.map(({ place, before, after }) => `${place.address} ${before ?? '—'} ${after}`)).toEqual([
      'F6 100 200',
      'B7 — 乙',
      'F7 — 300',
      'G7 — 2019-05-01',
    ])
    expect(carried.map(({ entry }) => entry)).toEqual([200, '乙', 300, 43586])
  })
})
