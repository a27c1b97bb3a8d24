import { z } from 'zod'
import { divide, parseExact, type Exact } from './exact.ts'

/** A figure of a pack: decimal text, so that no double ever touches it. */
export const decimalText = z.string().regex(/^-?\d{1,30}(\.\d{1,30})?$/, '须写成十进制数字文本，如 "12.5"')

/** As `decimalText`, not below zero. */
export const amountText = z.string().regex(/^\d{1,30}(\.\d{1,30})?$/, '须写成不小于 0 的十进制数字文本，如 "12.5"')

/** As `decimalText`, or a fraction where no decimal is exact: `1/60`. */
export const numberText = z
  .string()
  .regex(/^-?\d{1,30}(\.\d{1,30})?(\/0*[1-9]\d{0,29})?$/, '须写成十进制数字文本或分数，如 "12.5"、"1/60"')

/** Reads a figure that its schema has let pass. Anything else is a bug. */
export function exact(text: string): Exact {
  const [over = '', under = '1'] = text.split('/')
  const n = parseExact(over)
  const d = parseExact(under)
  if (n === undefined || d === undefined) throw new TypeError(`not a number: ${text}`)
  return under === '1' ? n : divide(n, d)
}
