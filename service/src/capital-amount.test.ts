import { expect, it } from 'vitest'
import { capitalAmount } from './capital-amount.ts'

it.each([
  ['8', '捌万元整'],
  ['7323.15', '柒仟叁佰贰拾叁万壹仟伍佰元整'],
  ['10.00', '壹拾万元整'],
  ['100.0005', '壹佰万零伍元整'],
  ['0', '零元整'],
  ['220000', '贰拾贰亿元整'],
])('an amount of %s 万元 in capitals is %s', (wan, capitals) => {
  expect(capitalAmount(wan)).toBe(capitals)
})
