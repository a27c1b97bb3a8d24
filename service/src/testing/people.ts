import type { Unit } from '@kaohe/shared-rules'
import type { NewAccount } from '../accounts/accounts.ts'

export const testPassword = 'long enough for a test'
export const testSecret = 'a secret that only the tests of this repository use'
/** When the clock of a test stands until it is set. */
export const testStart = new Date('2019-06-18T01:00:00Z')

/** One clerk for each unit, the verifiers of four bureaus, the office and the leading group. */
export const everybody = (units: readonly Unit[]): readonly NewAccount[] => [
  ...units.map(({ id, name }) => ({ username: id, name, role: 'clerk' as const, unit: id })),
  ...['statistics', 'drc', 'finance', 'commerce'].map((bureau) => ({
    username: `verify-${bureau}`,
    name: '核定员',
    role: 'verifier' as const,
    unit: bureau,
  })),
  { username: 'office', name: '办公室', role: 'office' as const, unit: null },
  { username: 'leader', name: '领导小组', role: 'leader' as const, unit: null },
]
