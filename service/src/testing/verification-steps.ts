import type { QueuedReport, SupplyPlace } from '../verification/queue.ts'
import type { TestClient, TestService } from './harness.ts'

interface Queue {
  readonly reports: readonly QueuedReport[]
  readonly supplies: readonly SupplyPlace[]
}

/** What a bureau has before it. */
export const queueOf = async (client: TestClient): Promise<Queue> =>
  (await (await client.get('/verifications')).json()) as Queue

export const decide = (client: TestClient, report: string, decisions: readonly object[], more: object = {}) =>
  client.post('/verifications', { report, decisions, ...more })

export const problem = async (response: Response) => ({
  status: response.status,
  ...((await response.json()) as object),
})

interface Standing {
  readonly forms: readonly { form: string; state: string; returned: readonly object[] }[]
  readonly verification: readonly { indicator: string; state: string; reported: string; verified: string | null }[]
}

/** What the clerk of a unit is told of it; of 新兴街道 unless of another. */
export function standings(clerk: () => TestClient) {
  const standing = async (client = clerk()) => (await (await client.get('/standing')).json()) as Standing
  return {
    standing,
    verified: async (indicator: string) => (await standing()).verification.find((one) => one.indicator === indicator),
  }
}

/** How the ranking of the towns shows an indicator of a unit. */
export async function rankedIn(service: TestService, indicator: string, unit = 'xinxing') {
  const office = await service.signIn('office')
  const { rows } = (await (await office.get('/rankings?pool=town')).json()) as {
    rows: { unit: { id: string }; indicators: Record<string, object> }[]
  }
  return rows.find((row) => row.unit.id === unit)?.indicators[indicator]
}
