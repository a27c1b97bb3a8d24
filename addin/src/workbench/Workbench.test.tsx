import { act, screen, waitFor } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { openedWorkbench } from '../testing/workbench-page.tsx'

describe('the workbench', () => {
  it('shows no form before somebody signs in, and none after signing out', async () => {
    const { signIn, signOut } = openedWorkbench()
    expect(screen.queryByRole('grid')).toBeNull()
    signIn()
    expect(await screen.findByRole('grid')).toBeDefined()
    signOut()
    expect(screen.queryByRole('grid')).toBeNull()
    expect(screen.getByText('登录后在这里填表')).toBeDefined()
  })

  it('leaves what is open as it is when the same person signs in again', async () => {
    const { signIn, person, ports } = openedWorkbench()
    signIn()
    await screen.findByRole('grid')
    await person.keyboard('2000{Enter}')
    const before = ports().workbook
    signIn('xinxing', 'another token')
    expect(screen.getByRole('gridcell', { name: '2,000.00' })).toBeDefined()
    expect(ports().workbook).toBe(before)
  })

  it('shows nobody what another person typed', async () => {
    const { signIn, person } = openedWorkbench()
    signIn()
    await screen.findByRole('grid')
    await person.keyboard('2000{Enter}')
    signIn('heping')
    expect(screen.queryByRole('grid')).toBeNull()
    await screen.findByRole('grid')
    expect(screen.queryByRole('gridcell', { name: '2,000.00' })).toBeNull()
  })

  it('says that the time is one of a demonstration, when the pane is not there to say it', async () => {
    const { signIn, person } = openedWorkbench()
    signIn()
    await screen.findByRole('grid')
    await person.click(screen.getByRole('button', { name: '收起填报窗格' }))
    expect(screen.getByText('演示时间 2019-06-18 09:00')).toBeDefined()
  })

  it('gives the pane the workbook that is open beside it', async () => {
    const { signIn, person, ports } = openedWorkbench()
    signIn()
    await screen.findByRole('grid')
    await person.keyboard('2000{Enter}')
    const read = await ports().workbook?.snapshot()
    expect(read?.ok && read.value.sheets[0]?.values.flat()).toContain(2000)
  })

  it('opens another form, and lets the pane see that one', async () => {
    const { signIn, person, ports } = openedWorkbench()
    signIn()
    await person.selectOptions(await screen.findByRole('combobox', { name: '打开的表' }), 'projects')
    await screen.findByRole('grid', { name: '项目台账' })
    const read = await ports().workbook?.snapshot()
    expect(read?.ok && Object.keys(read.value.names)).toContain('kaohe.projects.t1.projects.name')
  })

  it('brings typed data back after the page was closed, and says so', async () => {
    const first = openedWorkbench()
    first.signIn()
    await screen.findByRole('grid')
    await first.person.keyboard('2000{Enter}')
    await screen.findByText(/草稿已存在本机浏览器。已保存不等于已报送/)
    first.signOut()
    document.body.replaceChildren()
    const second = openedWorkbench('clerk', first.keep)
    second.signIn()
    expect(await screen.findByText(/已恢复上次在这台电脑上填写的内容/)).toBeDefined()
    expect(screen.getByRole('gridcell', { name: '2,000.00' })).toBeDefined()
  })

  it('gives the office an empty workbook, in which pulled sheets appear as tabs', async () => {
    const { signIn, ports } = openedWorkbench('office')
    signIn()
    await screen.findByRole('tab', { name: 'Sheet1' })
    const report = { sheet: '综合排名', table: 't', title: '综合排名', notes: [], columns: [], rows: [] }
    await act(async () => void (await ports().reportSheets?.create(report)))
    expect(screen.getByRole('tab', { name: '综合排名' })).toBeDefined()
  })

  it('says why there is no form without network, and opens it once there is', async () => {
    const { line, signIn, person } = openedWorkbench()
    line.cut = true
    signIn()
    await screen.findByRole('alert')
    line.cut = false
    await person.click(screen.getByRole('button', { name: '再试一次' }))
    expect(await screen.findByRole('grid')).toBeDefined()
  })

  it('hides the pane and keeps it alive', async () => {
    const { person } = openedWorkbench()
    await person.click(screen.getByRole('button', { name: '收起填报窗格' }))
    await waitFor(() => expect(screen.queryByRole('separator')).toBeNull())
    expect(screen.getByText('窗格')).toBeDefined()
  })
})
