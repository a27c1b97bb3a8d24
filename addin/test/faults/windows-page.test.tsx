import { screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { officeApi } from '../../src/api/office.ts'
import { WindowsPage } from '../../src/features/windows/WindowsPage.tsx'
import { pack, units } from '../../src/testing/campaign.ts'
import { officePage } from './office-page.tsx'

const now = () => Date.parse('2019-07-02T01:00:00Z')
async function opened(username: string, rules = pack) {
  const bench = await officePage()
  bench.service.setNow('2019-07-02T01:00:00Z')
  await bench.show(username, (api) => (
    <WindowsPage
      api={officeApi(api)}
      pack={rules}
      units={units}
      now={now}
      mayChange={username === 'office'}
      onLapse={() => undefined}
    />
  ))
  await screen.findByRole('listitem', { name: '半年考核' })
}
const activities = () => screen.getByRole('list', { name: '专题活动' })
const activity = (name: string) => within(within(activities()).getByRole('listitem', { name }))

describe('the page of windows, with the real service', () => {
  it('lists the six activities with what is done, and which is on', async () => {
    await opened('xinxing')
    activity('首季开门红').getByText('新建项目开工')
    activity('首季开门红').getByText('已结束')
    activity('半年节点集中考核').getByText('进行中')
    activity('项目拉练观摩').getByText('参加：区级领导、各相关部门负责人')
    activity('项目拉练观摩').getByText('未开始')
  })

  it('says by which window an activity goes, and no stage where the notice names no day', async () => {
    await opened('office')
    activity('半年节点集中考核').getByText('依据 半年考核 的数据，2019-07-02 17:30 截止')
    activity('考核表奖').getByText('年末 · 三(六)')
    for (const stage of ['未开始', '进行中', '已结束']) expect(activity('考核表奖').queryByText(stage)).toBeNull()
  })

  it('gives a clerk the calendar file, and nothing to lock', async () => {
    await opened('xinxing')
    screen.getByRole('button', { name: '日历文件' })
    expect(screen.queryByRole('button', { name: '锁定' })).toBeNull()
  })

  it('leaves them out where the pack has none', async () => {
    const { activities: _, ...without } = pack
    await opened('office', without)
    expect(screen.queryByRole('list', { name: '专题活动' })).toBeNull()
  })
})
