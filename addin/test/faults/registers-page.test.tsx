import { fireEvent, screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { registersApi } from '../../src/api/registers.ts'
import { RegistersPage } from '../../src/features/registers/RegistersPage.tsx'
import { pack } from '../../src/testing/campaign.ts'
import { officePage } from './office-page.tsx'

const press = async (name: string) => userEvent.click(await screen.findByRole('button', { name }))
const type = (name: RegExp, text: string) =>
  userEvent.type(within(screen.getByRole('dialog')).getByRole('textbox', { name }), text)

async function opened(username: string) {
  const bench = await officePage()
  await bench.show(username, (api) => (
    <RegistersPage
      api={registersApi(api)}
      pack={pack}
      username={username}
      mayChange={username === 'office'}
      onLapse={() => undefined}
    />
  ))
  return bench
}

async function logged({ db }: Awaited<ReturnType<typeof opened>>['service'], unit: string) {
  const entries = await db.selectFrom('audit_entry').select('action').where('subject', '=', `unit/${unit}`).execute()
  return entries.map(({ action }) => action)
}

describe('the page of units and accounts, with the real service', () => {
  it('says what a unit is missing, until the office has entered it', async () => {
    await opened('office')
    const unit = await screen.findByRole('listitem', { name: '新兴街道' })
    within(unit).getByText('缺 第一责任人、填报人')
    await press('联系人与交接：新兴街道')
    await press('添加联系人')
    await type(/姓名/, '张三')
    await type(/电话/, '0418-3300000')
    await type(/理由/, '补登')
    await userEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: '添加联系人' }))
    // By their words: without layout the page stays hidden from readers after a dialog.
    await screen.findByText('第一责任人 张三 0418-3300000')
    await screen.findByText('缺 填报人')
  })

  it('enters a unit, and says which place in the order is taken', async () => {
    const { service } = await opened('office')
    await press('登记单位')
    await type(/标识/, 'linhai')
    await type(/名称/, '临海街道')
    await type(/机构序/, '1')
    await type(/决定人/, '区领导小组')
    await type(/文号/, '〔2019〕30号')
    const confirm = () => within(screen.getByRole('dialog')).getByRole('button', { name: '登记单位' })
    await userEvent.click(confirm())
    await screen.findByText(/该机构序已有单位使用/)
    await userEvent.clear(within(screen.getByRole('dialog')).getByRole('textbox', { name: /机构序/ }))
    await type(/机构序/, '90')
    await userEvent.click(confirm())
    await screen.findByText(/机构序 90 · 镇街 · 镇街组/)
    expect(await logged(service, 'linhai')).toEqual(['unit.entered'])
  })

  it('ends a unit by its last day', async () => {
    const { service } = await opened('office')
    await press('变更登记：新兴街道')
    const dialog = within(screen.getByRole('dialog'))
    fireEvent.change(dialog.getByLabelText(/最后一日/), { target: { value: '2019-06-30' } })
    await type(/决定人/, '区领导小组')
    await type(/文号/, '〔2019〕41号')
    await userEvent.click(dialog.getByRole('button', { name: '变更登记' }))
    await screen.findByText(/至 2019-06-30/)
    expect(await logged(service, 'xinxing')).toEqual(['unit.changed'])
  })

  it('shows the password of a new account once, and it is the one that signs in', async () => {
    const { service } = await opened('office')
    await userEvent.click(await screen.findByRole('tab', { name: '账号' }))
    within(await screen.findByRole('listitem', { name: 'office' })).getByText('自己的账号须由另一个办公室账号办理。')
    await press('新建账号')
    await type(/^用户名/, 'xinxing-2')
    await type(/姓名/, '李四')
    await userEvent.selectOptions(
      within(screen.getByRole('dialog')).getByRole('combobox', { name: /单位/ }),
      '新兴街道',
    )
    await userEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: '新建账号' }))
    const shown = await screen.findByRole<HTMLInputElement>('textbox', { name: '初始密码' })
    const answer = await service.postJson('/api/v1/auth/sign-in/username', {
      username: 'xinxing-2',
      password: shown.value,
    })
    expect(answer.status).toBe(200)
    await userEvent.click(screen.getByText('已记下，关闭'))
    expect(screen.queryByDisplayValue(shown.value)).toBeNull()
    await screen.findByText('还没改初始密码')
  })

  it('shows the leading group the units alone, and nothing to press that is the office’s', async () => {
    await opened('leader')
    await press('联系人与交接：新兴街道')
    await screen.findByText('还没有登记联系人。')
    expect(screen.queryByRole('tab')).toBeNull()
    expect(screen.queryByRole('button', { name: '添加联系人' })).toBeNull()
  })
})
