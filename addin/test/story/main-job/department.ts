import { describe, expect, it } from 'vitest'
import { pane, submit } from '../excel-clerk.ts'
import { clerkAt, pasteLedger, typeReported } from '../form-clerk.ts'
import { oracleOf } from '../oracle.ts'
import { projectRow, typed } from '../records.ts'
import { fillEnclave, patience, rawOf, type OnStage } from './steps.ts'

/** One 区直 department, which takes no part in one of the forms. */
export function departmentFillsItsForms(stage: OnStage): void {
  describe('区财政局 fills its forms', () => {
    const unit = 'finance'
    const raw = rawOf(unit)

    it('and is told that it takes no part in 附件5, with the clause', async () => {
      const { open, context } = await clerkAt(stage(), unit)
      const investment = await open('investment')
      typeReported(investment.host, investment.host.book.active.name, unit, Number(raw.investment))
      await expect
        .poll(() => pane.card(investment.page, '固定资产投资').innerText(), patience)
        .toContain(Number(raw.investment).toLocaleString('en-US'))
      await submit(investment.page)

      const projects = await open('projects')
      pasteLedger(
        projects.host,
        'projects',
        raw.projects.map((row) => typed(projectRow(row))),
      )
      await expect
        .poll(() => pane.card(projects.page, '包装储备亿元以上项目').innerText(), patience)
        .toContain(oracleOf(unit).points['reserves'])
      await submit(projects.page)

      const enclave = await open('enclave')
      await fillEnclave(enclave, unit)
      await submit(enclave.page)

      const tax = await open('tax')
      typeReported(tax.host, tax.host.book.active.name, unit, Number(raw.tax), '累计入库（申报）')
      await expect.poll(() => pane.total(tax.page).innerText(), patience).toContain(oracleOf(unit).total)
      expect((await submit(tax.page)).total).toBe(oracleOf(unit).total)

      const funds = await open('funds')
      const card = pane.card(funds.page, '争取资金')
      await expect.poll(() => card.innerText()).toContain('不参加')
      await expect.poll(() => card.innerText()).toContain('四(二)')
      expect([investment, projects, enclave, tax, funds].flatMap(({ host }) => host.writes)).toEqual([])
      await context.close()
    })
  })
}
