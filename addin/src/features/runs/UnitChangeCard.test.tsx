import { screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import type { Run, UnitChange } from '../../api/office.ts'
import { openPage } from '../../testing/desk-page.tsx'
import { UnitChangeCard } from './UnitChangeCard.tsx'

const run = { indicators: [{ id: 'tax', title: '协税护税' }] } as unknown as Run
const steps: UnitChange['steps'] = [
  { cause: 'data', ranks: [4, 2], points: '6.5', indicators: ['tax'] },
  { cause: 'verification', ranks: [2, 2], points: '-1.25', indicators: ['tax'] },
  { cause: 'findings', ranks: [2, 3], points: '0', indicators: [] },
]
const change: UnitChange = {
  unit: 'heping',
  name: '和平街道',
  pool: 'town',
  ranks: [4, 3],
  totals: ['80', '85.25'],
  steps,
}

it('shows from where to where a unit moved, and what each cause by itself did', async () => {
  openPage(<UnitChangeCard {...{ change, run }} pool="镇街" />)
  const text = (await screen.findByRole('listitem', { name: '和平街道' })).textContent
  expect(text).toContain('升 1 名')
  expect(text).toContain('镇街 · 名次 4 → 3 · 总分 80 → 85.25')
  expect(text).toContain('重新申报协税护税+6.5 分单看这一项：名次 4 → 2')
  expect(text).toContain('核定协税护税−1.25 分')
  expect(text).toContain('认定别的单位变动所致单看这一项：名次 2 → 3')
})
