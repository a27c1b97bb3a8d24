import { screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { investment } from '../../../service/src/testing/harness.ts'
import { objectionsApi } from '../../src/api/objections.ts'
import type { SignedInApi } from '../../src/api/client.ts'
import { ObjectionsPage, type ObjectionPart } from '../../src/features/objections/ObjectionsPage.tsx'
import { pack, units } from '../../src/testing/campaign.ts'
import { officePage } from './office-page.tsx'

const page = (part: ObjectionPart) => (api: SignedInApi) => (
  <ObjectionsPage {...{ pack, units, part }} api={objectionsApi(api)} windows={[]} onLapse={() => undefined} />
)

/** 新兴街道 reported 6500, of which 统计局 counts 6100. */
async function verified() {
  const { service, show } = await officePage()
  await service.submit(await service.signIn('xinxing'), investment('6500'))
  const figures = [{ unit: 'xinxing', indicator: 'investment', value: '6100' }]
  const statistics = await service.signIn('verify-statistics')
  expect((await statistics.post('/verifications/supplies', { window: '2019-06-1', figures })).ok).toBe(true)
  return { service, show }
}

describe('the page of objections, with the real service', () => {
  it('takes a unit’s word to the bureau, and the answer back to the unit', async () => {
    const { show } = await verified()
    const clerk = await show('xinxing', page('raise'))
    await screen.findByText('没有异议')
    await userEvent.click(screen.getByRole('button', { name: '提出异议' }))
    const raising = within(await screen.findByRole('dialog'))
    expect((await raising.findByRole('option')).textContent).toBe('固定资产投资：核定 6,100 万元，申报 6,500 万元')
    const send = raising.getByRole('button', { name: '提出异议' })
    expect(send.hasAttribute('disabled')).toBe(true)
    await userEvent.type(raising.getByLabelText(/理由和依据/), '少计技改项目 400 万元')
    await userEvent.click(send)
    await screen.findByText('少计技改项目 400 万元')
    clerk.unmount()

    const bureau = await show('verify-statistics', page('answer'))
    expect((await screen.findByRole('listitem')).textContent).toContain('新兴街道 · 固定资产投资待答复')
    await userEvent.click(screen.getByRole('button', { name: '答复 2019-O01' }))
    const answering = within(await screen.findByRole('dialog'))
    await userEvent.type(answering.getByLabelText(/答复意见/), '已补计')
    expect(answering.getByRole('button', { name: '答复' }).hasAttribute('disabled')).toBe(true)
    await userEvent.click(answering.getByRole('radio', { name: /^采纳/ }))
    await userEvent.click(answering.getByRole('button', { name: '答复' }))
    await screen.findByText('采纳')
    expect(screen.queryByRole('button', { name: '答复 2019-O01' })).toBeNull()
    bureau.unmount()

    await show('xinxing', page('raise'))
    expect((await screen.findByRole('listitem')).textContent).toMatch(/采纳.*已补计.*verify-statistics/)
  })

  it('offers nothing to object to while nothing is verified', async () => {
    const { show } = await officePage()
    await show('xinxing', page('raise'))
    await userEvent.click(await screen.findByRole('button', { name: '提出异议' }))
    const raising = within(await screen.findByRole('dialog'))
    await raising.findByText('本期还没有核定的数据，无从提出异议。')
    expect(raising.getByRole('button', { name: '提出异议' }).hasAttribute('disabled')).toBe(true)
  })
})
