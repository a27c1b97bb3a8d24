import { screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
import type { Acceptance, Batch, CheckedOutcome, IntakeApi, Outcome } from '../../api/intake.ts'
import { memoryKeep } from '../../api/keep.ts'
import { pack, units } from '../../testing/campaign.ts'
import { answered, openPage } from '../../testing/desk-page.tsx'
import { sortFiles } from './intake.ts'
import { IntakePage } from './IntakePage.tsx'

vi.setConfig({ testTimeout: 20_000 })

const checked = (state: CheckedOutcome['state'], more: Partial<CheckedOutcome> = {}): Outcome => ({
  kind: 'checked',
  form: 'tax',
  unit: 'xinxing',
  state,
  against: null,
  cells: [{ path: 'reported', text: '99000000', status: 'accepted', sheet: '税收', address: 'D13' }],
  verdicts: [],
  missing: [],
  foreign: [],
  notes: [],
  total: { kind: 'withheld', undecided: [], counted: '0.00', countedWeight: '0' },
  problem: null,
  ...more,
})
const batchOf = (...outcomes: readonly Outcome[]): Batch => ({
  id: 'B1',
  window: '2019-06-1',
  receivedAt: '2019-06-18T01:00:00.000Z',
  expiresAt: '2019-06-25T01:00:00.000Z',
  entries: outcomes.map((outcome, at) => ({
    seq: at + 1,
    file: { name: `${at + 1}.xlsx`, size: 2048, sha256: '' },
    outcome,
  })),
})
const workbook = (name: string) => new File(['x'], name)
const refused = () => Promise.resolve({ ok: false as const, error: { kind: 'offline' as const } })

/** The page over a service that finds this in whatever is sent, and remembers what was accepted. */
function open(found: Batch, more: Partial<IntakeApi> = {}, keep = memoryKeep()) {
  const accepted: Acceptance[][] = []
  const api: IntakeApi = {
    batches: () => answered({ batches: [] }),
    batch: () => answered({ batch: found }),
    send: () => answered({ batch: found }),
    setUnit: () => answered({ batch: found }),
    accept: (_, entries) => {
      accepted.push([...entries])
      return answered({ batch: found, turnedDown: [] })
    },
    receipt: refused,
    faults: refused,
    marked: refused,
    ...more,
  }
  const windows = [
    { id: '2019-06-1', title: '6月上半月', start: '2019-06-01', end: '2019-06-15', due: '2019-06-18T17:30:00+08:00' },
  ].map((window) => ({ ...window, state: 'open' as const, locked: null, reopened: null }))
  const { unmount } = openPage(
    <IntakePage
      {...{ api, keep, pack, units, windows }}
      username="office"
      current="2019-06-1"
      mayChooseUnit
      onLapse={() => undefined}
    />,
  )
  return {
    accepted,
    leave: unmount,
    drop: async (...names: string[]) =>
      userEvent.upload(await screen.findByLabelText('选择文件', { selector: 'input' }), names.map(workbook)),
  }
}
const card = (name: string) => screen.findByRole('listitem', { name })

describe('来件', () => {
  it('takes a file that wants a sentence only with the sentence, which goes along', async () => {
    const amber = {
      check: 'far-beyond',
      severity: 'amber' as const,
      message: '超过全年任务的10倍',
      paths: ['reported'],
    }
    const verdict = { ...amber, clause: '四', outcome: { status: 'failed' as const, values: {} } }
    const page = open(batchOf(checked('amber', { verdicts: [verdict], missing: ['far-beyond@reported'] })))
    await page.drop('1.xlsx')
    const accept = within(await card('1.xlsx')).getByRole('button', { name: '接收' })
    expect(accept.hasAttribute('disabled')).toBe(true)
    await userEvent.type(screen.getByLabelText(/^用一句话说明 超过/), '补缴')
    await userEvent.click(accept)
    expect(page.accepted).toEqual([[{ seq: 1, against: null, reasons: { 'far-beyond@reported': '补缴' } }]])
  })

  it('keeps a sentence that was typed when the page is left, until its file is accepted or the batch is gone', async () => {
    const verdict = {
      check: 'far-beyond',
      severity: 'amber' as const,
      message: '超过全年任务的10倍',
      paths: ['reported'],
      clause: '四',
      outcome: { status: 'failed' as const, values: {} },
    }
    const found = batchOf(checked('amber', { verdicts: [verdict], missing: ['far-beyond@reported'] }))
    const { entries: _, ...head } = found
    const keep = memoryKeep()
    const listed = { batches: () => answered({ batches: [head] }) }
    const reopen = async (more: Partial<IntakeApi>) => {
      const page = open(found, { ...listed, ...more }, keep)
      await userEvent.click(await screen.findByRole('button', { name: /^打开/ }))
      const sentence = await screen.findByLabelText<HTMLTextAreaElement>(/^用一句话说明 超过/)
      return { page, sentence }
    }
    const first = await reopen({})
    await userEvent.type(first.sentence, '补缴')
    first.page.leave()
    const again = await reopen({
      accept: () =>
        answered({
          batch: batchOf({ kind: 'accepted', form: 'tax', unit: 'xinxing', receipt: '2019-000009' }),
          turnedDown: [],
        }),
    })
    await waitFor(() => expect(again.sentence.value).toBe('补缴'))
    await userEvent.click(within(await card('1.xlsx')).getByRole('button', { name: '接收' }))
    await waitFor(async () => expect(await keep.list('intake:')).toEqual([]))
    again.page.leave()

    const third = await reopen({})
    await userEvent.type(third.sentence, '再说')
    third.page.leave()
    open(found, {}, keep)
    await waitFor(async () => expect(await keep.list('intake:')).toEqual([]))
  })

  it('accepts all that are in order at once, and leaves the others', async () => {
    const page = open(batchOf(checked('green', { against: '2019-000007' }), checked('red'), checked('green')))
    await page.drop('1.xlsx')
    await userEvent.click(await screen.findByRole('button', { name: '接收全部绿色（2 份）' }))
    expect(page.accepted).toEqual([
      [
        { seq: 1, against: '2019-000007', reasons: {} },
        { seq: 3, against: null, reasons: {} },
      ],
    ])
    expect(within(await card('2.xlsx')).queryByRole('button', { name: '接收' })).toBeNull()
  })

  it('shows how far accepting is, and stops before the next files when told', async () => {
    const green = (count: number) => Array.from({ length: count }, () => checked('green'))
    const taken = (count: number) =>
      Array.from({ length: count }, (): Outcome => ({ kind: 'accepted', form: 'tax', unit: 'xinxing', receipt: '1' }))
    const steps: Acceptance[][] = []
    let go = () => {}
    const accept: IntakeApi['accept'] = async (_, entries) => {
      steps.push([...entries])
      await new Promise<void>((resolve) => (go = resolve))
      const done = steps.flat().length
      return answered({ batch: batchOf(...taken(done), ...green(60 - done)), turnedDown: [] })
    }
    const page = open(batchOf(...green(60)), { accept })
    await page.drop('1.xlsx')
    await userEvent.click(await screen.findByRole('button', { name: '接收全部绿色（60 份）' }))
    expect(await screen.findByText('正在接收 0/60 份…')).toBeTruthy()
    go()
    expect(await screen.findByText('正在接收 25/60 份…')).toBeTruthy()
    await userEvent.click(screen.getByRole('button', { name: '停止' }))
    go()
    expect(await screen.findByText('已停止：办了 50 份，其余 10 份没有接收')).toBeTruthy()
    expect(steps.map(({ length }) => length)).toEqual([25, 25])
    expect(await screen.findByRole('button', { name: '接收全部绿色（10 份）' })).toBeTruthy()
    expect(screen.queryByRole('button', { name: '停止' })).toBeNull()
  })

  it('says of a file why it was turned down after all', async () => {
    const found = batchOf(checked('green'))
    const problem = { type: '/problems/standing-outdated' as const, title: '本单位的数据已有变化', status: 409 }
    const turnedDown = [{ seq: 1, problem: { ...problem, sent: '', current: '2019-000009' } }]
    const page = open(found, { accept: () => answered({ batch: found, turnedDown }) })
    await page.drop('1.xlsx')
    await userEvent.click(within(await card('1.xlsx')).getByRole('button', { name: '接收' }))
    expect(await within(await card('1.xlsx')).findByText(/没有接收：本单位的数据已有变化/)).toBeTruthy()
  })

  it('hands a file with faults back marked, and one in order not', async () => {
    const asked: unknown[] = []
    const marked = (batch: string, seq: number) => {
      asked.push([batch, seq])
      return refused()
    }
    const page = open(batchOf(checked('green'), checked('red')), { marked })
    await page.drop('1.xlsx')
    const name = '下载标出问题的表'
    expect(within(await card('1.xlsx')).queryByRole('button', { name })).toBeNull()
    await userEvent.click(within(await card('2.xlsx')).getByRole('button', { name }))
    expect(asked).toEqual([['B1', 2]])
    expect(await within(await card('2.xlsx')).findByText(/连不上/)).toBeTruthy()
  })

  it('stops sending when told, and looks what the service has read by then', async () => {
    let asked = 0
    const send: IntakeApi['send'] = (_window, _files, signal) =>
      new Promise((resolve) => signal?.addEventListener('abort', () => void refused().then(resolve)))
    const page = open(batchOf(checked('green')), {
      send,
      batches: () => {
        asked += 1
        return answered({ batches: [] })
      },
    })
    await page.drop('1.xlsx')
    await userEvent.click(await screen.findByRole('button', { name: '停止' }))
    expect(await screen.findByText(/已停止。没有接收任何数据/)).toBeTruthy()
    expect(screen.queryByText(/连不上/)).toBeNull()
    await waitFor(() => expect(asked).toBe(2))
    expect(page.accepted).toEqual([])
  })

  it('says that the service was not reached, and keeps the place to try again', async () => {
    const page = open(batchOf(), { send: refused })
    await page.drop('1.xlsx')
    expect(await screen.findByText(/连不上/)).toBeTruthy()
    expect(screen.getByRole('button', { name: '选择文件' }).hasAttribute('disabled')).toBe(false)
  })
})

describe('sortFiles', () => {
  it('leaves out what is no workbook, and what Excel leaves beside one', () => {
    const { files, left } = sortFiles(['附件1.xlsx', '旧表.XLS', '通知.docx', '~$附件1.xlsx'].map(workbook))
    expect(files.map(({ name }) => name)).toEqual(['附件1.xlsx', '旧表.XLS'])
    expect(left.map(({ name }) => name)).toEqual(['通知.docx', '~$附件1.xlsx'])
  })

  it('sends no more at once than the service takes', () => {
    const { files, left } = sortFiles(Array.from({ length: 301 }, (_, at) => workbook(`${at}.xlsx`)))
    expect(files).toHaveLength(300)
    expect(left).toEqual([{ name: '300.xlsx', why: 'too-many' }])
  })
})
