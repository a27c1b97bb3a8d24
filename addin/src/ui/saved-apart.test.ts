import { expect, it } from 'vitest'
import { savedApart } from './saved-apart.ts'

const received = '2019-06-18T10:00:00.000Z'

it.each([
  ['a report that waited for a network', '2019-06-18T02:00:00.000Z', '2019-06-18T02:00:00.000Z'],
  ['a machine whose clock is ahead', '2019-06-19T10:00:00.000Z', '2019-06-19T10:00:00.000Z'],
  ['a report that was sent as it was saved', '2019-06-18T09:59:40.000Z', null],
  ['a report of which nothing was said', undefined, null],
])('of %s it tells what there is to tell', (_, saved, told) => {
  expect(savedApart(saved, received)).toBe(told)
})
