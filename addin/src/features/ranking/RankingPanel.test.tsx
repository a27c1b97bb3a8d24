import { screen, waitFor } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { apiClient, type Ranking, type SignedInApi } from '../../api/client.ts'
import { pack } from '../../testing/campaign.ts'
import { answered, openPage } from '../../testing/desk-page.tsx'
import { preferenceStore, PreferencesContext } from '../../ui/preferences.ts'
import { memoryBook } from '../../workbook/memory-book.ts'
import { memoryReportSheets } from '../../workbook/memory-report-sheets.ts'
import { RankingPanel } from './RankingPanel.tsx'

const rankingOf = (pool: string): Ranking => ({
  window: '2019-06-1',
  pool,
  provisional: true,
  pack: { id: pack.id, version: pack.version, hash: 'ab12'.repeat(16), official: false, notice: '示例(非官方)' },
  runAt: '2019-06-18T01:10:00.000Z',
  indicators: [],
  rows: [],
  count: 0,
  next: null,
})
const window = {
  id: '2019-06-1',
  title: '6月上半月',
  start: '2019-06-01',
  end: '2019-06-15',
  due: '2019-06-18T17:30:00+08:00',
  state: 'open' as const,
  locked: null,
  reopened: null,
}

function open(ranking: SignedInApi['ranking']) {
  const book = memoryBook({ fileName: '', names: {}, sheets: [] })
  const api = { ...apiClient('', fetch).signedIn(''), ranking }
  openPage(
    <PreferencesContext value={preferenceStore(localStorage, 'zh-CN')}>
      <RankingPanel
        {...{ api, pools: pack.pools }}
        sheets={memoryReportSheets(book)}
        campaign="考核"
        windows={[window]}
        current={window.id}
        onLapse={() => undefined}
      />
    </PreferencesContext>,
  )
  return { sheets: () => book.state().sheets.map(({ name }) => name) }
}

describe('pulling rankings', () => {
  it('stops when told: what is written stays whole, and what is under way is given up', async () => {
    const signals: (AbortSignal | undefined)[] = []
    const { sheets } = open((_, pool, signal) => {
      signals.push(signal)
      if (signals.length === 1) return answered(rankingOf(pool))
      return new Promise((resolve) =>
        signal?.addEventListener('abort', () => resolve({ ok: false, error: { kind: 'offline' } })),
      )
    })
    await userEvent.click(await screen.findByRole('button', { name: '拉取排名' }))
    expect(await screen.findByText('正在取区直排名（2/2）…')).toBeTruthy()
    await userEvent.click(screen.getByRole('button', { name: '停止' }))
    expect(await screen.findByText(/已停止。没有写一半的表/)).toBeTruthy()
    expect(screen.getByText('新建工作表“综合排名-镇街”')).toBeTruthy()
    expect(signals[1]?.aborted).toBe(true)
    expect(sheets()).toEqual(['综合排名-镇街'])
  })

  it('can be begun again after it was stopped', async () => {
    let held = true
    const { sheets } = open((_, pool, signal) =>
      held
        ? new Promise((resolve) =>
            signal?.addEventListener('abort', () => resolve({ ok: false, error: { kind: 'offline' } })),
          )
        : answered(rankingOf(pool)),
    )
    await userEvent.click(await screen.findByRole('button', { name: '拉取排名' }))
    await userEvent.click(await screen.findByRole('button', { name: '停止' }))
    held = false
    await userEvent.click(await screen.findByRole('button', { name: '拉取排名' }))
    await waitFor(() => expect(sheets()).toEqual(['综合排名-镇街', '综合排名-区直']))
  })
})
