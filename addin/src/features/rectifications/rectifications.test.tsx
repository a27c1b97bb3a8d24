import { screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
import type { NewFiling, Rectification, RectificationsApi } from '../../api/rectifications.ts'
import { pack, units } from '../../testing/campaign.ts'
import { answered, openPage } from '../../testing/desk-page.tsx'
import { RectificationsPage } from './RectificationsPage.tsx'

vi.setConfig({ testTimeout: 20_000 })

const missed = (number: string, state: Rectification['state']): Rectification => ({
  number,
  run: '2019-R01',
  window: '2019-06-2',
  unit: 'xinxing',
  indicator: 'tax',
  target: '2600',
  due: '1300',
  actual: '1000',
  gap: '300',
  fileBy: '2019-07-20',
  createdAt: '2019-07-05T01:00:00.000Z',
  filing: null,
  state,
})

function open(rectifications: readonly Rectification[], mayFile: boolean) {
  const filings: [string, NewFiling][] = []
  const api: RectificationsApi = {
    rectifications: () => answered({ rectifications }),
    fill: (number, filing) => {
      filings.push([number, filing])
      return answered({})
    },
    workbook: () => answered(new Blob()),
  }
  openPage(<RectificationsPage {...{ api, pack, units, mayFile }} onLapse={() => undefined} />)
  return filings
}

describe('整改', () => {
  it('shows the office what is overdue first, and lets it file for nobody', async () => {
    open([missed('2019-Z01', 'filed'), missed('2019-Z02', 'overdue')], false)
    const [first] = await screen.findAllByRole('listitem')
    expect(first?.getAttribute('aria-label')).toBe('2019-Z02')
    expect(screen.queryByRole('button', { name: /填报整改/ })).toBeNull()
  })

  it('takes a unit’s statement only when every part of it is there', async () => {
    const filings = open([missed('2019-Z01', 'due')], true)
    await userEvent.click(await screen.findByRole('button', { name: '填报整改 2019-Z01' }))
    const dialog = within(await screen.findByRole('dialog'))
    await userEvent.type(dialog.getByLabelText(/^原因/), '缓税')
    await userEvent.type(dialog.getByLabelText(/^整改措施/), '清欠')
    await userEvent.type(dialog.getByLabelText(/^完成时限/), '2019-09-30')
    await userEvent.type(dialog.getByLabelText(/^表态/), '一定补齐')
    const send = dialog.getByRole('button', { name: '填报整改' })
    expect(send.hasAttribute('disabled')).toBe(true)
    await userEvent.type(dialog.getByLabelText(/^第一责任人/), '张三')
    await userEvent.click(send)
    expect(filings).toEqual([
      [
        '2019-Z01',
        { cause: '缓税', measures: '清欠', completeBy: '2019-09-30', statement: '一定补齐', signatory: '张三' },
      ],
    ])
  })
})
