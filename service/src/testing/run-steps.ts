import type { RunView } from '../runs/run-view.ts'
import { investment, testService, type TestClient } from './harness.ts'
import { tax } from './records.ts'

export const runOf = async (response: Response | Promise<Response>): Promise<RunView> =>
  ((await (await response).json()) as { run: RunView }).run

/** A run for the first half of June, step by step, by the office. */
export const runSteps = (office: () => TestClient) => ({
  draft: () => runOf(office().post('/runs', { window: '2019-06-1', title: '六月上半月测算' })),
  sign: (number: string) => office().post(`/runs/${number}/signature`, { decider: '领导小组', document: '纪要1号' }),
  publish: (number: string) => office().post(`/runs/${number}/publication`, {}),
})

/** The office, and two towns that have reported their tax, one of them its investment with a note that is no formula. */
export async function townsReported() {
  const service = await testService()
  const office = await service.signIn('office')
  const clerk = await service.signIn('xinxing')
  const other = await service.signIn('heping')
  await service.submit(clerk, investment('6500', "=cmd|' /C calc'!A0"))
  await service.submit(clerk, tax('1800'))
  await service.submit(other, tax('1650'))
  return { service, office, clerk, other }
}
