import { expect, it } from 'vitest'
import { saidFigure } from '../../test/points-of.ts'
import { product, type Factor } from './factor.ts'

const amount: Factor = { field: 'amount', as: 'number' }
const share: Factor = { field: 'share', as: 'percent' }

it.each([
  ['an amount times a share', [amount, share], { amount: '1000', share: '33.3' }, '333'],
  ['a share of nothing', [amount, share], { amount: '1000', share: '0' }, '0'],
  ['nothing to multiply is one', [], {}, '1'],
  [
    'a factor in words names its cell',
    [amount, share],
    { amount: '1000', share: '三成' },
    'undecided: item enclaves 2 share',
  ],
  ['the first that cannot be read is named', [amount, share], {}, 'undecided: item enclaves 2 amount'],
])('%s', (_, factors, item, said) => {
  expect(saidFigure(product('enclaves', factors)(item, 2))).toBe(said)
})
