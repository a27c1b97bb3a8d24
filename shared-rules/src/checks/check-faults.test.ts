import { describe, expect, it } from 'vitest'
import { readPack } from '../../test/read-pack.ts'
import { parsePack } from '../pack/pack.ts'
import { checkSchema } from './check.ts'
import { checkFaults } from './check-faults.ts'

const { forms } = readPack('haizhou-2019')
const check = (changes: object) =>
  checkSchema.parse({
    id: 'year-above-total',
    title: '当年投资不超过总投资',
    clause: '四(五)',
    severity: 'red',
    where: [{ form: 'projects', ledger: 'projects' }],
    asserts: { kind: 'at-most', columns: ['yearInvestment'], bound: { column: 'totalInvestment' } },
    message: '{place}『{column}』{value} 大于{other} {bound}。',
    ...changes,
  })

describe('checkFaults', () => {
  it('are none where all is there', () => {
    expect(checkFaults([check({})], forms)).toEqual([])
  })

  it.each([
    [{ where: [{ form: 'project' }] }, '表“project”不存在'],
    [{ where: [{ form: 'projects', ledger: 'project' }] }, '台账“project”不在表“projects”中'],
    [{ where: [{ form: 'projects' }] }, '栏目“yearInvestment”不存在'],
    [{ asserts: { kind: 'at-most', columns: ['yearInvestment'], bound: { column: 'total' } } }, '栏目“total”不存在'],
    [{ when: [{ op: 'filled', field: 'begin' }] }, '栏目“begin”不存在'],
    [{ message: '{place}{reason}' }, '不能填充的 {reason}'],
  ])('name what %j gets wrong, and what would pass', (changes, message) => {
    expect(
      checkFaults([check(changes)], forms)
        .map((fault) => fault.message)
        .join(),
    ).toContain(message)
  })

  it('keep a pack out at the door', () => {
    const pack = readPack('haizhou-2019')
    const parsed = parsePack({ ...pack, checks: [...pack.checks, check({ id: 'strange', message: '{reason}' })] })
    expect(parsed).toMatchObject({ ok: false, faults: [{ path: 'checks.55' }] })
  })
})
