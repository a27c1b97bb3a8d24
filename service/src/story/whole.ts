import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import type { RunView } from '../runs/run-view.ts'
import { commandEnv } from '../testing/command-env.ts'
import { investment } from '../testing/harness.ts'
import { expectAsByHand } from './by-hand.ts'
import { taxReport } from './town-records.ts'
import { reported, settled, towns } from './year-figures.ts'
import type { Year } from './year.ts'

/** From the year's reports to the awards and the log. Each sentence goes on where the one before has ended. */
export function theWholeYear({
  service,
  databaseUrl,
  as,
  post,
  get,
  handIn,
  handInAll,
  verifyRest,
  draft,
  publish,
  runs,
}: Year): void {
  it('takes the year’s reports, closes the window, and opens it for one form of one unit until a day', async () => {
    service().setNow('2020-01-02T01:00:00Z')
    for (const unit of towns) {
      await handInAll(unit, 'year')
      await handIn(unit, taxReport(String(reported[unit].year.tax)), 'year')
    }
    await service().submit(as('supervision'), taxReport('80'), '2019-year')
    service().setNow('2020-01-04T01:00:00Z')
    const by = { decider: '领导小组', reason: '年终锁定' }
    await post('office', '/windows/2019-year/lock', { ...by, locked: true })
    await expect(handIn('dongliang', taxReport('3200'), 'year')).rejects.toThrow('window-closed')
    await post('office', '/windows/2019-year/reopenings', {
      units: ['dongliang'],
      forms: ['tax'],
      decider: '领导小组',
      reason: '入库更正',
      expires: '2020-01-05T17:30:00+08:00',
    })
    await expect(handIn('dongliang', investment('1'), 'year')).rejects.toThrow('window-closed')
    expect(await handIn('dongliang', taxReport(String(settled.dongliang.year.tax)), 'year')).toMatchObject({
      timeliness: 'late',
    })
    service().setNow('2020-01-06T01:00:00Z')
    await expect(handIn('dongliang', taxReport('3300'), 'year')).rejects.toThrow('window-closed')
    await verifyRest('year')
  })

  it('freezes the year, every figure as by hand, with a finding noted beside the unit and its reply kept', async () => {
    const { finding } = await post<{ finding: { number: string } }>('office', '/findings', {
      unit: 'heping',
      veto: 'false-report',
      evidence: '上半年协税护税申报数与入库台账不符',
      document: '督查〔2019〕3号',
      decider: '领导小组',
    })
    await post('heping', `/findings/${finding.number}/reply`, { reply: '系录入错误，已更正' })
    const run = await draft('year', '年终考核')
    expectAsByHand(run, 'year')
    const candidate = run.awards
      .find(({ award }) => award === 'tax-award')
      ?.candidates.find(({ unit }) => unit === 'heping')
    // Open question A11: by default a finding is shown on the lists and bars 评先进 only.
    expect(candidate?.notes).toEqual(['虚报数据'])
    expect(run.shortfalls.filter(({ indicator }) => indicator === 'tax' || indicator === 'completions')).toEqual([])
  })

  it('awards by the pack, asks a person about the tie at the line, and adds the prizes up', async () => {
    const run = runs.get('year')
    const path = `/runs/${run?.number}/awards`
    const award = (view: RunView | undefined, id: string) => view?.awards.find((one) => one.award === id)
    expect(award(run, 'tax-award')?.winners).toEqual(['xinxing', 'dongliang'])
    // Three towns completed one project of the same size, and two can win.
    expect(award(run, 'completions-award')).toMatchObject({ winners: [], tie: ['xinxing', 'hebei', 'dongliang'] })
    const by = { decider: '领导小组' }
    await post('office', `${path}/completions-award`, {
      ...by,
      count: 2,
      chosen: ['xinxing', 'hebei'],
      reason: '投产更早',
    })
    const decided = await post<{ run: RunView }>('office', `${path}/tax-award`, {
      ...by,
      count: 3,
      chosen: [],
      reason: '三家均超额',
    })
    expect(award(decided.run, 'tax-award')?.winners).toEqual(['xinxing', 'dongliang', 'heping'])
    expect(award(decided.run, 'tax-without-task')?.winners).toEqual(['supervision'])
    // 综合奖: four ranked towns at 5; 固投, 新开工, 竣工, 飞地 two winners each and 协税护税 three at 2.
    expect(decided.run.budget.now).toBe(String(4 * 5 + (2 + 2 + 2 + 2 + 3) * 2))
    expect([decided.run.budget.least, decided.run.budget.most]).toEqual(['74', '86'])
    await publish(decided.run)
  })

  it('comes to the same hashes when it is computed again', async () => {
    for (const { number, hash } of runs.values()) {
      expect(await get('office', `/runs/${number}/reexecution`)).toMatchObject({
        stored: hash,
        computed: hash,
        same: true,
      })
    }
  })

  it('is logged line by line; one that was tampered with is found by the command', async () => {
    const verify = () =>
      spawnSync(process.execPath, [join(import.meta.dirname, '../cli/audit.ts'), 'verify'], {
        env: commandEnv({ DATABASE_URL: databaseUrl() }),
        encoding: 'utf8',
      })
    expect(verify()).toMatchObject({ status: 0, stdout: expect.stringContaining('前后相连') })
    const { seq } = await service()
      .db.selectFrom('audit_entry')
      .select('seq')
      .where('action', '=', 'report.returned')
      .executeTakeFirstOrThrow()
    // The type forbids it on purpose.
    await service()
      .db.updateTable('audit_entry')
      .set({ reason: '（已删）' } as object)
      .where('seq', '=', seq)
      .execute()
    expect(verify()).toMatchObject({ status: 1, stdout: expect.stringContaining(`第 ${seq} 条：内容与写入时不同`) })
    await service().close()
  })
}
