import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { expectAsByHand } from './by-hand.ts'
import { taxReport } from './town-records.ts'
import { reported, settled, targets, towns } from './year-figures.ts'
import { json, type Year } from './year.ts'

/** From the office's own annex to the half-year and what it obliges to. Each sentence goes on where the one before has ended. */
export function theHalfYear({
  service,
  as,
  post,
  get,
  receiptOf,
  handIn,
  handInAll,
  verifyRest,
  draft,
  publish,
}: Year): void {
  it('begins with an annex of the office’s own, an .xls: its columns found, its targets compared, issued as the form', async () => {
    const file = readFileSync(join(import.meta.dirname, '../testing/annexes/annex-4.xls'))
    interface Registered {
      readonly id: string
      readonly binding: { readonly columns: readonly { readonly column: string }[] }
    }
    const uploaded = await as('office').upload('/templates', 'file', { '附件4.xls': file })
    const { template } = await json<{ template: Registered }>(uploaded)
    expect(template).toMatchObject({
      form: 'tax',
      unfound: [],
      differences: {
        unitsMissing: [],
        strangers: [],
        targets: [{ unit: 'xinxing', key: 'tax', annex: '4100', register: '3600' }],
        sums: [{ key: 'tax', units: '37370', district: '36870', balance: 'over' }],
      },
    })
    const columns = template.binding.columns.map(({ column }) => column)
    expect(columns).toEqual(expect.arrayContaining(['unit', 'target', 'reported', 'note']))
    await post('office', `/templates/${template.id}/confirmation`, {
      document: '区办发〔2019〕5号',
      targets: { title: '年中调整' },
    })
    expect(await get('xinxing', '/forms/tax/grid')).toMatchObject({
      template: 2,
      owner: 'xinxing',
      sheets: [{ name: '协税护税（2019年）' }],
    })
  })

  it('drafts targets from it, which the leading group approves and a document issues', async () => {
    const { drafts } = await get<{ drafts: { number: string; source: string }[] }>('office', '/target-drafts')
    expect(drafts).toMatchObject([{ source: expect.stringMatching(/^附件4\.xls（/), status: 'draft' }])
    expect(await get('xinxing', '/standing?window=2019-06-1')).toMatchObject({ targets: { tax: '3600' } })
    const path = `/target-drafts/${drafts[0]?.number}`
    await post('leader', `${path}/approval`, { decider: '领导小组', minutes: '纪要〔2019〕11号', date: '2019-06-17' })
    await post('office', `${path}/issue`, { document: '阜海政办发〔2019〕20号', effectiveFrom: '2019-06-15' })
    for (const unit of towns) {
      expect(await get(unit, '/standing?window=2019-06-1'), unit).toMatchObject({ targets: targets[unit] })
    }
  })

  it('takes reports for the half-year: on time, late, and with nothing to report', async () => {
    service().setNow('2019-07-02T01:00:00Z')
    for (const unit of towns) await handInAll(unit, 'half')
    for (const unit of ['xinxing', 'heping', 'hebei'] as const)
      await handIn(unit, taxReport(String(reported[unit].half.tax)), 'half')
    service().setNow('2019-07-02T10:00:00Z')
    expect(await handIn('dongliang', taxReport(String(reported.dongliang.half.tax)), 'half')).toMatchObject({
      timeliness: 'late',
    })
    const { rows } = await get<{ rows: { unit: { id: string }; forms: { form: string; state: string }[] }[] }>(
      'office',
      '/board?window=2019-h1',
    )
    const stateOf = (unit: string, form: string) =>
      rows.find((row) => row.unit.id === unit)?.forms.find((one) => one.form === form)?.state
    expect([stateOf('heping', 'enclave'), stateOf('heping', 'tax'), stateOf('xishan', 'tax')]).toEqual([
      'nil',
      'reported',
      'not-reported',
    ])
  })

  it('sends a report back with its reason, strikes a row, and lets two bureaus disagree until they agree', async () => {
    const back = { item: '*', verdict: 'return', reason: '与入库台账不符' }
    await post('verify-finance', '/verifications', { report: receiptOf('heping', 'tax')?.number, decisions: [back] })
    const { forms } = await get<{ forms: object[] }>('heping', '/standing?window=2019-h1')
    expect(forms).toContainEqual(
      expect.objectContaining({
        form: 'tax',
        state: 'returned',
        returned: [expect.objectContaining({ reason: back.reason })],
      }),
    )
    await handIn('heping', taxReport(String(settled.heping.half.tax)), 'half')

    const struck = {
      item: receiptOf('dongliang', 'projects')?.numbers[0]?.number,
      verdict: 'adjust',
      adjustment: { struck: true },
    }
    const report = receiptOf('dongliang', 'projects')?.number
    await post('verify-drc', '/verifications', { report, decisions: [{ ...struck, reason: '现场未见开工' }] })

    const to = (amount: string) => ({
      report: receiptOf('hebei', 'funds')?.number,
      decisions: [
        {
          item: receiptOf('hebei', 'funds')?.numbers[0]?.number,
          verdict: 'adjust',
          adjustment: { cells: { amount } },
          reason: `到账 ${amount}`,
        },
      ],
    })
    await post('verify-drc', '/verifications', to('950'))
    await post('verify-finance', '/verifications', to('900'))
    await verifyRest('half')
    expect(await get('office', '/verifications/disputes?window=2019-h1')).toMatchObject({
      disputes: [
        {
          unit: { id: 'hebei' },
          indicator: 'funds',
          reported: '1400',
          bureaus: [{ value: '1350' }, { value: '1300' }],
        },
      ],
    })
    await post('verify-drc', '/verifications', to('900'))
    expect(await get('office', '/verifications/disputes?window=2019-h1')).toMatchObject({ disputes: [] })
  })

  it('freezes the half-year, every figure of it as computed by hand', async () => {
    const run = await draft('half', '半年考核')
    expectAsByHand(run, 'half')
    const xinxing = run.shortfalls.find(({ unit, indicator }) => unit === 'xinxing' && indicator === 'tax')
    expect(xinxing).toMatchObject({ target: '4100', due: '2050', actual: '1500', gap: '550' })
    await publish(run)
  })

  it('opens a rectification for each task missed, which its unit files', async () => {
    interface Listed {
      readonly number: string
      readonly indicator: string
      readonly gap: string
      readonly state: string
    }
    const listed = async () =>
      (await get<{ rectifications: Listed[] }>('xinxing', '/rectifications')).rectifications.filter(
        ({ indicator }) => indicator === 'tax',
      )
    const [opened] = await listed()
    expect(opened).toMatchObject({ gap: '550', state: 'due' })
    await post('xinxing', `/rectifications/${opened?.number}/filing`, {
      cause: '税源迟滞',
      measures: '清理欠税',
      completeBy: '2019-10-31',
      statement: '保证完成全年任务',
      signatory: '街道办主要负责人',
    })
    expect(await listed()).toMatchObject([{ state: 'filed' }])
  })

  it('lets a completed project go from the library and keeps counting it', async () => {
    const { completedNotRemoved } = await get<{ completedNotRemoved: { number: string; name: string }[] }>(
      'office',
      '/projects/lists',
    )
    const project = completedNotRemoved.find(({ name }) => name === 'hebei续建0')
    await post('verify-drc', `/projects/${project?.number}/removal`, { decider: '区发改局', reason: '已竣工验收' })
    const { history } = await get<{ history: { kind: string }[] }>('hebei', `/projects/${project?.number}`)
    expect(history.map(({ kind }) => kind)).toEqual(['reported', 'verified', 'verified', 'removed'])
  })
}
