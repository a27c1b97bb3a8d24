import {
  evaluateUnit,
  factsOfRecords,
  failedVerdicts,
  fingerprints,
  packHash,
  reasonKey,
  type Cells,
  type FormRecord,
  type Pack,
} from '../../shared-rules/src/index.ts'
import type { ReportWindow } from '../../service/src/register/windows.ts'
import { revisionOf } from '../../service/src/reports/revision.ts'
import type { Clerk } from './campaign.ts'

/** The first half of June, due on the day on which the benchmark plays. */
export const reportWindow: ReportWindow = {
  id: '2019-06-1',
  title: '',
  start: '2019-06-01',
  end: '2019-06-15',
  due: '2019-06-18T23:59:59+08:00',
  state: 'open',
}

/** A ledger of eight projects, 100 filled cells, whose figures rise from one report to the next. */
const ledgerOf = (report: number): FormRecord => ({
  form: 'projects',
  template: 1,
  cells: { note: '本期台账' },
  ledgers: { projects: Array.from({ length: 8 }, (_, at) => project(at, report)) },
})

const project = (at: number, report: number): Cells => ({
  number: null,
  name: `项目${at.toString()}`,
  industry: '新能源',
  kind: '新建',
  totalInvestment: (6000 + at * 1000).toString(),
  yearInvestment: (900 + report).toString(),
  stage: '开工',
  startDate: '2019-03-15',
  completionDate: null,
  effectDate: null,
  origin: '辽宁沈阳',
  registered: '是',
  upgrade: '否',
  owner: '张三',
  team: '专班一组',
  note: at < 4 ? null : '已复核',
})

/** What the pane would send, report after report: each preview and basis computed from the one before, as the service expects it. */
export function* reportsOf(pack: Pack, { unit, targets }: Clerk): Generator<string, never> {
  const form = pack.forms.find(({ id }) => id === 'projects')
  if (!form) throw new Error('the pack has no ledger of projects')
  let previous: FormRecord | null = null
  for (let report = 0; ; report += 1) {
    const record = ledgerOf(report)
    const surroundings = { unit, targets, previous, asOf: '2019-06-18', until: reportWindow.end }
    const failed = failedVerdicts(pack, form, record, surroundings)
    if (failed.some(({ severity }) => severity === 'red')) throw new Error('a report of the benchmark is faulty')
    const facts = factsOfRecords(pack, unit, targets, { [form.id]: record })
    const records = previous === null ? {} : { [form.id]: previous }
    yield JSON.stringify({
      form: form.id,
      window: reportWindow.id,
      pack: packHash(pack),
      basis: revisionOf({ unit, targets, records }),
      record,
      reasons: Object.fromEntries(failed.map((verdict) => [reasonKey(verdict), '已与台账核对'])),
      preview: fingerprints(pack, facts, evaluateUnit(pack, facts)),
    })
    previous = record
  }
}

export const bodiesOf = (pack: Pack, clerk: Clerk, count: number): readonly string[] =>
  reportsOf(pack, clerk).take(count).toArray()
