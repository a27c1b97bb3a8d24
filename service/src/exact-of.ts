import { divide, parseExact, type Exact } from '@kaohe/shared-rules'

/** Reads a figure the engine has written: a decimal, or a fraction where it does not end. */
export function exactOf(text: string): Exact | undefined {
  const [over, under] = text.split('/').map(parseExact)
  return over && under ? divide(over, under) : over
}
