import { describe } from 'vitest'
import { theHalfYear } from './half.ts'
import { theWholeYear } from './whole.ts'
import { openYear } from './year.ts'

/** One story, the second part of which goes on where the first has ended. */
describe('the year 2019, over HTTP', () => {
  const year = openYear()
  theHalfYear(year)
  theWholeYear(year)
})
