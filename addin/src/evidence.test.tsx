import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { password } from './testing/fake-service.ts'
import { formOf, signedInBefore } from './testing/pane.tsx'

vi.setConfig({ testTimeout: 20_000 })

/** jsdom lays nothing out; the virtual list has to be told that it is as high as seven rows. */
beforeAll(() => {
  Object.defineProperties(HTMLElement.prototype, {
    clientHeight: { configurable: true, get: () => 490 },
    offsetHeight: { configurable: true, get: () => 70 },
  })
})

const document = (name: string, text = name) => new File([`%PDF-1.7 ${text}`], name, { type: 'application/pdf' })

async function opened(form: string) {
  const clerk = formOf(form, 'xinxing')
  signedInBefore('xinxing')
  const page = clerk.open()
  await screen.findByRole('region', { name: '待处理' })
  return { ...clerk, page }
}

const project = (name: string, start = '2019-05-04', number = '') => [
  number,
  name,
  '新能源',
  '新建',
  6000,
  900,
  '开工',
  start,
]

/** Rows of the ledger, on the page that shows them. */
async function ledgerOf(...rows: readonly (readonly (string | number)[])[]) {
  const clerk = await opened('projects')
  const ledger = clerk.book.state().sheets[1]?.name ?? ''
  const type = (address: string, cells: readonly (readonly (string | number)[])[]) =>
    clerk.enter(ledger, address, cells)
  await type('A6', rows)
  await userEvent.click(await screen.findByRole('tab', { name: /^项目台账/ }))
  return { ...clerk, type }
}
const row = (name: string) =>
  screen.findAllByRole('listitem').then((items) => {
    const found = items.find((item) => within(item).queryByTitle(name))
    if (!found) throw new Error(`no row ${name}`)
    return within(found)
  })
const add = async (title: string, ...files: readonly File[]) => {
  const [, input] = await screen.findAllByLabelText(`添加佐证材料：${title}`)
  if (!(input instanceof HTMLInputElement)) throw new Error('no place for files')
  await userEvent.upload(input, [...files], { applyAccept: false })
}

describe('evidence of a figure', () => {
  it('is sent at once, shown with who added it, and withdrawn with a reason', async () => {
    const { service } = await opened('investment')
    await add('固定资产投资', document('统计报表.pdf'))
    const card = within(await screen.findByRole('article', { name: '固定资产投资' }))
    await card.findByText('xinxing填报员')
    expect(service.evidence.files).toMatchObject([{ form: 'investment', item: 'reported', name: '统计报表.pdf' }])
    await userEvent.click(card.getByRole('button', { name: '撤回 统计报表.pdf' }))
    // The first dialog of a page may open before Fluent knows that the focus is in it; jsdom's then stays hidden.
    const dialog = within(await screen.findByRole('dialog', { hidden: true }))
    dialog.getByText('撤回“统计报表.pdf”')
    const withdraw = dialog.getByRole('button', { name: '撤回', hidden: true })
    expect(withdraw.hasAttribute('disabled')).toBe(true)
    await userEvent.type(dialog.getByLabelText(/撤回的理由/), '传错了')
    await userEvent.click(withdraw)
    await card.findByText('已撤回（xinxing填报员 06-18 10:00）：传错了')
    expect(card.queryByRole('button', { name: /^撤回/ })).toBeNull()
  })

  it('that is not taken says why at its place and above, and can be sent again or removed', async () => {
    const { service } = await opened('investment')
    const detail = '这一项已有 10 份佐证材料，请先撤回不用的'
    service.evidence.state.refuseNext = { status: 409, body: { type: '/problems/evidence-full', detail } }
    await add('固定资产投资', document('第十一份.pdf'))
    await screen.findByText(`没有收下：${detail}`)
    await screen.findByText('有 1 份佐证材料没有收下，请到所在的位置查看原因：固定资产投资')
    service.evidence.state.refuseNext = { status: 413, body: { type: '/problems/too-large', limit: 10 * 1024 * 1024 } }
    await userEvent.click(screen.getByRole('button', { name: '重新上传 第十一份.pdf' }))
    await screen.findByText('没有收下：文件超过 10 MB，请压缩或分成几份后再添加')
    await userEvent.click(screen.getByRole('button', { name: '删除 第十一份.pdf' }))
    await waitFor(() => expect(screen.queryByText(/没有收下/)).toBeNull())
    expect(service.evidence.files).toEqual([])
  })

  it('is turned away with a word where it is no document, beside others that are', async () => {
    const { service } = await opened('investment')
    await add('固定资产投资', new File(['text'], '说明.txt'), document('报表.pdf'))
    await screen.findByText(/^没有添加“说明.txt”：只收 PDF、JPEG、PNG、OFD 文件/)
    await waitFor(() => expect(service.evidence.files).toMatchObject([{ name: '报表.pdf' }]))
  })

  it('that is larger than the service takes is told before it is sent, and without network', async () => {
    const { service } = await opened('investment')
    await screen.findByRole('button', { name: '添加佐证材料：固定资产投资' })
    service.state.line = 'cut'
    await add('固定资产投资', document('扫描件.pdf', 'x'.repeat(10 * 1024 * 1024)))
    await screen.findByText('没有添加“扫描件.pdf”：文件超过 10 MB，请压缩或分成几份后再添加')
    expect(service.evidence.files).toEqual([])
  })

  it('is kept while the session has ended, and goes once the clerk has signed in again', async () => {
    const { service } = await opened('investment')
    await screen.findByRole('button', { name: '添加佐证材料：固定资产投资' })
    service.state.lapsed = true
    await add('固定资产投资', document('报表.pdf'))
    await screen.findByText('登录已过期，请重新登录')
    await userEvent.type(screen.getByLabelText('密码'), password)
    await userEvent.click(screen.getByText('登录', { selector: 'button' }))
    await screen.findByRole('button', { name: '撤回 报表.pdf' })
    expect(service.evidence.files).toHaveLength(1)
  })

  it('waits while there is no network, and goes when somebody asks for it', async () => {
    const { service } = await opened('investment')
    service.state.line = 'cut'
    await add('固定资产投资', document('报表.pdf'))
    await screen.findByText('已保存，尚未上传：网络不通')
    await screen.findByText(/^1 份佐证材料已保存在本机，尚未上传。连不上区里的服务/)
    service.state.line = 'up'
    await userEvent.click(screen.getByRole('button', { name: '现在上传' }))
    await waitFor(() => expect(screen.queryByText(/尚未上传/)).toBeNull())
    expect(service.evidence.files).toHaveLength(1)
  })
})

describe('evidence of a row', () => {
  it('may be dropped anywhere on it', async () => {
    const { service } = await ledgerOf(project('光伏组件', '2019-05-04', '2-01-0001'), project('冷链物流'))
    const place = (await row('光伏组件')).getByText('光伏组件')
    const files = [document('批复.pdf')]
    fireEvent.dragOver(place, { dataTransfer: { types: ['Files'], dropEffect: '' } })
    const overlay = await waitFor(() => {
      const found = globalThis.document.querySelector('[data-drop="光伏组件"]')
      if (!found) throw new Error('nothing takes it')
      return found
    })
    fireEvent.dragOver(overlay, { dataTransfer: { types: ['Files'], dropEffect: '' } })
    expect(overlay.textContent).toBe('松开即添加到“光伏组件”')
    fireEvent.drop(overlay, { dataTransfer: { types: ['Files'], files } })
    await (await row('光伏组件')).findByText('批复.pdf')
    await waitFor(() => expect(service.evidence.files).toMatchObject([{ item: '2-01-0001', form: 'projects' }]))
    await waitFor(() => expect(globalThis.document.querySelector('[data-drop]')).toBeNull())
  })

  it('follows the row to its start date, and is asked about when the row is called otherwise', async () => {
    const { type } = await ledgerOf(project('光伏组件', ''), project('冷链物流'))
    await add('光伏组件', document('批复.pdf'))
    await (await row('光伏组件')).findByText(/报送后有了项目编号即自动上传/)
    await type('H6', [['2019-05-20']])
    await (await row('光伏组件')).findByText('批复.pdf')

    await type('B6', [['光伏组件二期']])
    await screen.findByText(/^1 份佐证材料找不到所属的行/)
    const choice = screen.getByRole('combobox', { name: '批复.pdf 放到哪一行' })
    await userEvent.selectOptions(choice, '光伏组件二期')
    await (await row('光伏组件二期')).findByText('批复.pdf')
    expect(screen.queryByText(/找不到所属的行/)).toBeNull()
  })

  it('has to wait until something says which row it is', async () => {
    await ledgerOf(['', '', '新能源', '新建', 6000])
    const button = await screen.findByRole('button', { name: /^添加佐证材料/ })
    expect(button.getAttribute('aria-disabled')).toBe('true')
    expect(button.title).toBe('先填上名称，再添加佐证材料')
  })
})
