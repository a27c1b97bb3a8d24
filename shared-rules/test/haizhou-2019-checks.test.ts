import { describe, expect, it } from 'vitest'
import { checkRecord, type Check, type FormRecord, type Verdict } from '../src/index.ts'
import { haizhou2019Examples, type Example } from './haizhou-2019-examples.ts'
import { readPack } from './read-pack.ts'

const pack = readPack('haizhou-2019')
const unit = { id: 'hanjiadian', name: '韩家店镇', pool: 'town', order: 1 }

function verdictsOf(check: Check, example: Example): readonly Verdict[] {
  const [place] = check.where
  const form = pack.forms.find(({ id }) => id === place?.form)
  if (!place || !form) throw new TypeError(`${check.id} names no form`)
  const record = (cells: Example['cells'], rows: Example['rows']): FormRecord => ({
    form: form.id,
    template: form.template,
    cells: { ...cells },
    ledgers: place.ledger ? { [place.ledger]: (rows ?? []).map((row) => ({ ...row })) } : {},
  })
  const hasPrevious = example.cellsBefore !== undefined || example.rowsBefore !== undefined
  return checkRecord({ checks: [{ ...check, where: [place] }] }, form, record(example.cells, example.rows), {
    unit,
    targets: example.targets ?? {},
    previous: hasPrevious ? record(example.cellsBefore, example.rowsBefore) : null,
    asOf: '2019-06-18',
    until: '2019-06-15',
  })
}

/** The gravest outcome, as a reader would sum it up. */
function summary(verdicts: readonly Verdict[]): string | undefined {
  const statuses = verdicts.map(({ outcome }) => outcome.status)
  return (['failed', 'undecided', 'passed', 'not-applicable'] as const).find((status) => statuses.includes(status))
}

describe('the checks of haizhou-2019', () => {
  it('are named once each', () => {
    const ids = pack.checks.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('have examples, and no example is of a check that is gone', () => {
    expect(Object.keys(haizhou2019Examples).toSorted()).toEqual(pack.checks.map(({ id }) => id).toSorted())
  })
})

for (const check of pack.checks) {
  const examples = haizhou2019Examples[check.id] ?? []
  describe(check.id, () => {
    it.each(examples)('takes $name as $then', (example) => {
      const verdicts = verdictsOf(check, example)
      expect(summary(verdicts)).toBe(example.then)
      const spoken = verdicts.find(({ outcome }) => outcome.status === example.then)
      if (example.then === 'failed') expect(spoken?.suggestion?.value).toBe(example.suggestion)
    })

    it('has an example that passes and one that fails', () => {
      expect(examples.map(({ then }) => then)).toEqual(expect.arrayContaining(['passed', 'failed']))
    })

    it('says where, what is wrong and what would pass, with every blank filled in', () => {
      for (const example of examples.filter(({ then }) => then === 'failed')) {
        for (const { outcome, message = '' } of verdictsOf(check, example)) {
          if (outcome.status !== 'failed') continue
          expect(message).not.toMatch(/[{}]|undefined|『』|「」|《》/)
          expect(message).toMatch(/^(韩家店镇|第\d+行|《海州区)/)
          expect(message).toMatch(/请|可选/)
          expect(message.endsWith('。')).toBe(true)
        }
      }
    })
  })
}
