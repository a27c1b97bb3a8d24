import { expect, it } from 'vitest'
import { stageOf } from './activity-stage.ts'

const months = { from: '2019-03-01', to: '2019-04-30' }

it.each([
  ['2019-02-28', 'coming'],
  ['2019-03-01', 'running'],
  ['2019-04-30', 'running'],
  ['2019-05-01', 'over'],
])('an activity of March and April is on %s %s', (today, stage) => {
  expect(stageOf(months, today)).toBe(stage)
})

it('an activity without a day is in no stage', () => {
  expect(stageOf({ from: null, to: null }, '2019-12-31')).toBeNull()
})
