import type { BoardRow, Completeness } from '../board/board.ts'
import type { Receipt } from '../reports/receipt.ts'
import type { RunView } from '../runs/run-view.ts'
import type { QueuedReport } from '../verification/queue.ts'
import { reported, silent, supplied, towns } from './half-year-figures.ts'
import type { TownFigures, TownTargets } from './half-year-oracle.ts'
import { investment, testService, type TestClient, type TestService } from './harness.ts'
import { enclave, enclaveRow, funds, grantRow, projectRow, projects, tax } from './records.ts'

export const window = '2019-h1'
export type HalfYear = Awaited<ReturnType<typeof openHalfYear>>

export const json = async <T>(response: Response): Promise<T> => {
  if (!response.ok) throw new Error(await response.text())
  return (await response.json()) as T
}

/** A service at the end of June, with everybody signed in who reports. */
export async function openHalfYear() {
  const service = await testService()
  service.setNow('2019-07-02T01:00:00Z')
  const office = await service.signIn('office')
  const clerks = new Map<string, TestClient>()
  const targets = new Map<string, TownTargets>()
  const receipts = new Map<string, Receipt>()
  for (const unit of towns) {
    const client = await service.signIn(unit)
    clerks.set(unit, client)
    targets.set(unit, (await json<{ targets: TownTargets }>(await client.get('/standing'))).targets)
  }
  const clerkOf = (unit: string): TestClient => {
    const client = clerks.get(unit)
    if (!client) throw new Error(unit)
    return client
  }
  return {
    service,
    office,
    clerkOf,
    targetsOf: (unit: string) => targets.get(unit) ?? {},
    receiptOf: (unit: string, form: string) => receipts.get(`${unit}/${form}`),
    handIn: async (unit: string, record: Parameters<TestService['submit']>[1], more: object = {}) => {
      receipts.set(`${unit}/${record.form}`, await service.submit(clerkOf(unit), record, window, more))
    },
    board: async () =>
      json<{ rows: BoardRow[]; completeness: Completeness }>(await office.get(`/board?window=${window}`)),
    draft: async (title: string) => (await json<{ run: RunView }>(await office.post('/runs', { window, title }))).run,
  }
}

/** Eleven towns report: one of them late, one sends a tax that will come back, one has nothing to report, one says nothing of funds. */
export async function townsReport(year: HalfYear): Promise<void> {
  for (const figures of reported) await townReports(year, figures)
  year.service.setNow('2019-07-02T10:00:00Z')
  const late = reported.find(({ unit }) => unit === 'dongliang')
  await year.handIn('dongliang', tax(String(late?.tax)))
}

async function townReports({ handIn, targetsOf }: HalfYear, { unit, ...figures }: TownFigures): Promise<void> {
  const name = (kind: string, at: number) => `${unit} ${kind} ${at}`
  const reserve = { totalInvestment: '10000', stage: '储备', startDate: null, registered: null }
  const completed = { kind: '续建', stage: '竣工', startDate: '2018-04-01', completionDate: '2019-05-06' }
  const times = (count: number) => Array.from({ length: count }, (_, at) => at)
  await handIn(unit, investment(String(figures.investment)))
  await handIn(
    unit,
    projects(
      ...figures.starts.map((size, at) => projectRow(name('新建', at), { totalInvestment: String(size) })),
      ...times(figures.reserves).map((at) => projectRow(name('储备', at), reserve)),
      ...times(figures.completions).map((at) => projectRow(name('续建', at), completed)),
    ),
  )
  const isNil = unit === 'pingan-xibu'
  const [amount, share] = figures.enclave
  await handIn(
    unit,
    isNil ? enclave() : enclave(enclaveRow(name('飞地', 0), String(amount), Number(share))),
    isNil ? { nil: true } : {},
  )
  if (targetsOf(unit).tax !== undefined && unit !== 'dongliang') {
    await handIn(unit, tax(unit === 'heping' ? '6200' : String(figures.tax)))
  }
  if (unit !== silent)
    await handIn(unit, funds(...figures.grants.map((grant, at) => grantRow(`${unit}-${at}`, String(grant)))))
}

/** The bureaus supply, return, strike and disagree, then agree; what was to be seen on the way is handed back. */
export async function bureausVerify({ service, office, clerkOf, receiptOf, handIn, board }: HalfYear) {
  const signedIn = (bureau: string) => service.signIn(`verify-${bureau}`)
  const [statistics, drc, finance] = [await signedIn('statistics'), await signedIn('drc'), await signedIn('finance')]
  const numberOf = (unit: string, form: string) => receiptOf(unit, form)?.number ?? ''
  const verify = async (client: TestClient, body: object) => json(await client.post('/verifications', body))

  const figures = reported.map(({ unit, investment: figure }) => ({
    unit,
    indicator: 'investment',
    value: String(supplied(figure)),
  }))
  await json(await statistics.post('/verifications/supplies', { window, figures }))

  await verify(finance, {
    report: numberOf('heping', 'tax'),
    decisions: [{ item: '*', verdict: 'return', reason: '与入库台账不符' }],
  })
  const standing = await json<{ forms: object[] }>(await clerkOf('heping').get(`/standing?window=${window}`))
  const { completeness: whileReturned } = await board()
  await handIn('heping', tax('2120'))

  const struck = receiptOf('xinxing', 'projects')?.numbers[0]?.number
  await verify(drc, {
    report: numberOf('xinxing', 'projects'),
    decisions: [{ item: struck, verdict: 'adjust', adjustment: { struck: true }, reason: '现场未见开工' }],
    rest: 'approve',
  })
  const disputed = receiptOf('xishan', 'funds')?.numbers[0]?.number
  const to = (amount: string) => ({
    report: numberOf('xishan', 'funds'),
    decisions: [{ item: disputed, verdict: 'adjust', adjustment: { cells: { amount } }, reason: `到账 ${amount}` }],
  })
  await verify(drc, to('1000'))
  await verify(finance, to('900'))
  for (const client of [drc, finance, statistics]) {
    const queue = await json<{ reports: QueuedReport[] }>(await client.get(`/verifications?window=${window}`))
    for (const { number, open } of queue.reports)
      if (open > 0) await verify(client, { report: number, decisions: [], rest: 'approve' })
  }
  const disputes = await json(await office.get(`/verifications/disputes?window=${window}`))
  await verify(drc, to('900'))
  return { returned: standing.forms, whileReturned, disputes }
}
