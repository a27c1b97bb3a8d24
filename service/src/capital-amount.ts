import nzh from 'nzh/cn'
import { exactText, multiply, parseExact, ratio } from '@kaohe/shared-rules'

/** An amount of 万元 in the capital numerals of bills and documents: `7323.15` → `柒仟叁佰贰拾叁万壹仟伍佰元整`. */
export function capitalAmount(wan: string): string {
  const amount = parseExact(wan)
  if (!amount) throw new RangeError(`not an amount: ${wan}`)
  return nzh.toMoney(exactText(multiply(amount, ratio(10_000))), { outSymbol: false })
}
