import { fireEvent, screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { targetsApi } from '../../src/api/targets.ts'
import { TargetsPage } from '../../src/features/targets/TargetsPage.tsx'
import { units } from '../../src/testing/campaign.ts'
import { officePage } from './office-page.tsx'

const press = (name: string | RegExp) => userEvent.click(screen.getByRole('button', { name }))
describe('the page of targets, with the real service', () => {
  it('takes a pasted table cell by cell into force, and shows what is wrong, short and changed on the way', async () => {
    const { service, show } = await officePage()
    const page =
      ({ mayChange }: { mayChange: boolean }) =>
      (api: Parameters<typeof targetsApi>[0]) => (
        <TargetsPage
          api={targetsApi(api)}
          units={units}
          now={() => Date.parse('2019-06-18T01:00:00Z')}
          mayChange={mayChange}
          onLapse={() => undefined}
        />
      )
    await show('office', page({ mayChange: true }))
    await userEvent.click(await screen.findByRole('button', { name: '起草任务' }))
    await userEvent.type(await screen.findByRole('textbox', { name: /草案名称/ }), '年中调整')
    await press(/填入现行任务数/)
    const table = screen.getByRole<HTMLTextAreaElement>('textbox', { name: /^任务表/ })
    await screen.findByText(/读到 \d+ 个单位/)
    const row = table.value.split('\n').find((line) => line.startsWith('新兴街道')) ?? ''
    const changed = table.value.replace(row, row.replace('\t3600', '\t3500万'))
    fireEvent.change(table, { target: { value: changed } })

    await press('检查并保存草案')
    const fault = await screen.findByRole<HTMLInputElement>('textbox', { name: '新兴街道 · 协税护税' })
    expect(fault.value).toBe('3500万')
    screen.getByText('“3500万”不是数字：是否为 3500（单位万元）？请照此填写')
    await userEvent.clear(fault)
    await userEvent.type(fault, '3500')
    await press('检查并保存草案')

    await screen.findByRole('heading', { name: '2019-D01 年中调整' })
    screen.getByText('缺口 100 万元')
    const differences = screen.getByRole('region', { name: '与第 1 次下达比' })
    expect(
      within(differences)
        .getAllByRole('row')
        .slice(1)
        .map(({ textContent }) => textContent),
    ).toEqual(['新兴街道协税护税（万元）3,6003,500'])
    expect(screen.queryByRole('button', { name: '下达' })).toBeNull()
    await press('审议通过')
    await userEvent.type(screen.getByRole('textbox', { name: /决定人/ }), '区领导小组')
    await userEvent.type(screen.getByRole('textbox', { name: /会议纪要/ }), '〔2019〕11号')
    await userEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: '审议通过' }))
    // By its words: without layout the page stays hidden from readers after a dialog.
    await userEvent.click(await screen.findByText('下达', { selector: 'button' }))
    await userEvent.type(screen.getByRole('textbox', { name: /文号/ }), '〔2019〕20号')
    await userEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: '下达' }))
    await screen.findByText('已作为第 2 次下达。')
    const kept = await service.db
      .selectFrom('target')
      .select('value')
      .where('issue', '=', 2)
      .where('unit', '=', 'xinxing')
      .where('key', '=', 'tax')
      .execute()
    expect(kept).toEqual([{ value: '3500' }])
  })
})
