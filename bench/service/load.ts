import { Agent, request } from 'node:http'
import { readFileSync } from 'node:fs'

/** One request of a connection; they go out one after the other. */
export interface Planned {
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string
}

/** What each connection sends, and where to. */
export interface Plan {
  readonly port: number
  readonly connections: readonly (readonly Planned[])[]
}

export interface Outcome {
  /** From the first byte sent to the last one received. */
  readonly ms: number
  /** Of each request, sorted. */
  readonly latencies: readonly number[]
  readonly statuses: Readonly<Record<string, number>>
}

/** The load, in a process of its own: reads a plan, carries it out, prints the outcome. */
const plan = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')) as Plan
const agent = new Agent({ keepAlive: true, maxSockets: plan.connections.length })
const latencies: number[] = []
const statuses: Record<string, number> = {}

const send = ({ method, path, headers, body }: Planned) =>
  new Promise<string>((resolve, reject) => {
    const outgoing = request({ agent, host: '127.0.0.1', port: plan.port, method, path, headers }, (answer) => {
      answer.resume().once('end', () => {
        resolve((answer.statusCode ?? 0).toString())
      })
    })
    outgoing.once('error', reject).end(body)
  })

async function measure(planned: Planned): Promise<void> {
  const sent = performance.now()
  const status = await send(planned)
  latencies.push(performance.now() - sent)
  statuses[status] = (statuses[status] ?? 0) + 1
}

/** The connections are open and this process is at its speed before the clock starts: its own start is no latency of the service's. */
async function warmUp(): Promise<void> {
  for (let round = 0; round < 3; round += 1) {
    await Promise.all(plan.connections.map(() => send({ method: 'GET', path: '/livez', headers: {} })))
  }
}

await warmUp()
const started = performance.now()
await Promise.all(
  plan.connections.map(async (requests) => {
    for (const planned of requests) await measure(planned)
  }),
)
const ms = performance.now() - started
agent.destroy()
const outcome: Outcome = { ms, latencies: latencies.toSorted((a, b) => a - b), statuses }
process.stdout.write(JSON.stringify(outcome))
