import { describe, expect, it } from 'vitest'
import { isAway, isUnavailable, isUniqueViolation } from './connect.ts'

const failure = (code: string) => Object.assign(new Error('refused'), { code })

describe('an error of the database', () => {
  it.each([
    ['SQLITE_FULL', false],
    ['SQLITE_BUSY_SNAPSHOT', false],
    ['53100', false],
    ['53300', false],
    ['40001', false],
    ['40P01', false],
    ['25006', false],
    ['55P03', false],
    ['57P01', true],
    ['08006', true],
    ['ECONNREFUSED', true],
  ])('%s means try again later; nobody there: %s', (code, away) => {
    expect(isUnavailable(failure(code))).toBe(true)
    expect(isAway(failure(code))).toBe(away)
  })

  it.each(['23505', '42P01', '22021', 'SQLITE_CONSTRAINT_CHECK', 'SQLITE_ERROR', 'ENOENT'])('%s does not', (code) => {
    expect(isUnavailable(failure(code))).toBe(false)
  })

  it('is found behind the error that wraps it, and in the words of a driver that gives no code', () => {
    expect(isUnavailable(new Error('FAILED_TO_GET_SESSION', { cause: failure('57P01') }))).toBe(true)
    expect(isUnavailable(new Error('Connection terminated unexpectedly'))).toBe(true)
    expect(isUnavailable(new Error('anything else'))).toBe(false)
    expect(isUnavailable('57P01')).toBe(false)
  })

  it.each(['23505', 'SQLITE_CONSTRAINT_UNIQUE', 'SQLITE_CONSTRAINT_PRIMARYKEY'])('%s is a value taken', (code) => {
    expect(isUniqueViolation(failure(code))).toBe(true)
  })
})
