import { screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { expect, it } from 'vitest'
import { tax } from '../../../service/src/testing/records.ts'
import { officeApi } from '../../src/api/office.ts'
import type { SignedInApi } from '../../src/api/client.ts'
import { RunPage } from '../../src/features/runs/RunPage.tsx'
import { pack } from '../../src/testing/campaign.ts'
import { officePage } from './office-page.tsx'

const page = (number: string) => (api: SignedInApi) => (
  <RunPage {...{ pack, number }} api={officeApi(api)} mayChange onBack={() => undefined} onLapse={() => undefined} />
)

async function twoRuns() {
  const { service, show } = await officePage()
  const office = await service.signIn('office')
  const draft = async (title: string) =>
    expect((await office.post('/runs', { window: '2019-06-1', title })).status).toBe(201)
  const clerk = await service.signIn('heping')
  await service.submit(clerk, tax('1650'))
  await draft('第一次')
  await service.submit(clerk, tax('2640'))
  await draft('第二次')
  return show
}

it('says of a run why each unit moved since the one before, by the real service', async () => {
  const show = await twoRuns()
  await show('office', page('2019-R02'))
  await userEvent.click(await screen.findByRole('tab', { name: '名次变动' }))
  const from = await screen.findByRole('combobox', { name: '与哪次测算比' })
  expect(
    within(from)
      .getAllByRole('option')
      .map(({ textContent }) => textContent),
  ).toEqual([expect.stringMatching(/^2019-R01 第一次 · /)])
  const moved = await screen.findByRole('listitem', { name: '和平街道' })
  expect(moved.textContent).toMatch(/镇街.*名次 未排 → 未排.*重新申报协税护税/)
  screen.getByText(/^\d+ 个单位没有变动$/)
})

it('says of the first run that there is nothing to compare it with', async () => {
  const show = await twoRuns()
  await show('office', page('2019-R01'))
  await userEvent.click(await screen.findByRole('tab', { name: '名次变动' }))
  await screen.findByText('没有更早的测算可比')
})
