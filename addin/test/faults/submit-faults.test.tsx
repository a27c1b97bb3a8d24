import { screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { password } from '../../src/testing/fake-service.ts'
import { signedInBefore } from '../../src/testing/pane.tsx'
import { paneOnHost } from './pane-on-host.tsx'

const press = async (name: string | RegExp) => userEvent.click(await screen.findByRole('button', { name }))
const receipt = () => screen.findByText('2019-000001')

/** 附件1 filled in, and the last look before sending on the screen. */
async function ready() {
  const bench = await paneOnHost('investment')
  signedInBefore('xinxing')
  const page = bench.open()
  await screen.findByRole('article', { name: '固定资产投资' })
  bench.type(12900)
  await screen.findByText('28.51')
  await press('报送')
  await screen.findByRole('heading', { name: /报送附件/ })
  return { ...bench, page, send: () => press('确认报送') }
}

describe('submitting over office.js, when the service', () => {
  it('no longer takes the session: keeps the report, asks for the password, and sends it', async () => {
    const { service, send, host } = await ready()
    service.state.lapsed = true
    await send()
    await screen.findByText('登录已过期，请重新登录')
    await userEvent.type(screen.getByLabelText('密码'), password)
    await userEvent.click(screen.getByText('登录', { selector: 'button' }))
    await receipt()
    expect(service.state.submissions).toHaveLength(1)
    expect(host.writes).toEqual([])
  })

  it('has newer rules: says so, fetches them, and lets the person look again', async () => {
    const { service, send } = await ready()
    service.state.refuseNext = { status: 409, type: 'pack-outdated' }
    await send()
    expect(await screen.findByText(/区里的规则已更新/)).toBeTruthy()
    await press('报送')
    await send()
    await receipt()
  })

  it('finds it too large: says so, and what is in the sheet stays', async () => {
    const { service, send, host } = await ready()
    service.state.refuseNext = { status: 413, type: 'too-large' }
    await send()
    expect(await screen.findByText(/内容太多/)).toBeTruthy()
    expect(host.value('固定资产投资任务分解表', 'D7')).toBe(12900)
  })

  it('is down for a while: the report waits here, and goes when asked', async () => {
    const { service, send } = await ready()
    service.state.refuseNext = { status: 503, type: 'unavailable' }
    await send()
    expect(await screen.findByText(/报送件仍在本机，稍后会自动再发/)).toBeTruthy()
    expect(screen.getByText(/已保存 ≠ 已报送/)).toBeTruthy()
    await press('现在发送')
    await receipt()
  })

  it('turned a report down and the pane was closed: the next one still says so, until it is read', async () => {
    const { service, send, page, open } = await ready()
    service.state.refuseNext = { status: 409, type: 'window-closed' }
    await send()
    await screen.findByText(/本报送期已截止/)
    page.unmount()
    const second = open()
    const said = await screen.findByText(/本报送期已截止/)
    const bar = said.closest('[role="group"]') ?? document.body
    await userEvent.click(within(bar as HTMLElement).getAllByRole('button', { name: '关闭' })[0] ?? said)
    second.unmount()
    open()
    await screen.findByRole('article', { name: '固定资产投资' })
    expect(screen.queryByText(/本报送期已截止/)).toBeNull()
  })
})
