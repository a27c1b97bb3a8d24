import { screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { expect, it } from 'vitest'
import { tax } from '../../../service/src/testing/records.ts'
import { runSteps } from '../../../service/src/testing/run-steps.ts'
import type { SignedInApi } from '../../src/api/client.ts'
import { officeApi } from '../../src/api/office.ts'
import { PublishedPage } from '../../src/features/published/PublishedPage.tsx'
import { officePage } from './office-page.tsx'

const page = (unit: string) => (api: SignedInApi) => (
  <PublishedPage api={officeApi(api)} unit={unit} onLapse={() => undefined} />
)

/** Three towns measured by their tax alone, ranked in a published run: 和平 80, 新兴 50, 河北 some less. */
async function published() {
  const { service, show } = await officePage()
  const office = await service.signIn('office')
  await service.db.deleteFrom('target').where('key', '!=', 'tax').execute()
  for (const [unit, figure] of [
    ['xinxing', '1800'],
    ['heping', '2640'],
    ['hebei', '1000'],
  ] as const) {
    await service.submit(await service.signIn(unit), tax(figure))
  }
  const steps = runSteps(() => office)
  const { number } = await steps.draft()
  await steps.sign(number)
  await steps.publish(number)
  return show
}

it('tells a unit what would lift it to the next place, or to one it picks, by the real service', async () => {
  const show = await published()
  await show('hebei', page('hebei'))
  await userEvent.click(await screen.findByRole('button', { name: '进位测算' }))
  const ways = await screen.findByRole('region', { name: '进位测算' })
  expect((await within(ways).findByRole('listitem')).textContent).toMatch(
    /^协税护税：再完成 [\d,]+ 万元达到 [\d,]+ 万元，总分 50\.00，升至第 2 名$/,
  )
  within(ways).getByText(/按 2019-R01 公布的数据测算：其他单位和本单位的其他指标都不变/)
  await userEvent.selectOptions(within(ways).getByRole('combobox', { name: '目标名次' }), '第 1 名')
  expect((await within(ways).findByText(/总分 80\.00，升至第 1 名$/)).textContent).toContain('达到')
})

it('has nothing to tell the first', async () => {
  const show = await published()
  await show('heping', page('heping'))
  await screen.findByRole('region', { name: '本单位' })
  expect(screen.queryByRole('button', { name: '进位测算' })).toBeNull()
})
