import type { RunView } from '../runs/run-view.ts'
import type { testService } from './harness.ts'

type Client = Awaited<ReturnType<Awaited<ReturnType<typeof testService>>['signIn']>>

export const runOf = async (response: Response | Promise<Response>): Promise<RunView> =>
  ((await (await response).json()) as { run: RunView }).run

/** A run for the first half of June, step by step, by the office. */
export const runSteps = (office: () => Client) => ({
  draft: () => runOf(office().post('/runs', { window: '2019-06-1', title: '六月上半月测算' })),
  sign: (number: string) => office().post(`/runs/${number}/signature`, { decider: '领导小组', document: '纪要1号' }),
  publish: (number: string) => office().post(`/runs/${number}/publication`, {}),
})
