import type { Pack, Unit } from '@kaohe/shared-rules'
import { z } from 'zod'
import { appendAudit } from '../audit/append.ts'
import { ProblemError } from '../problem.ts'
import { targetsOf, unitsOf } from '../register/store.ts'
import type { ReportWindow } from '../register/windows.ts'
import { lockCampaign } from '../reports/store.ts'
import { isFigure } from './decision.ts'
import { supplierOf } from './responsible.ts'
import { suppliedKeys, type SuppliedKey } from './supplied-keys.ts'
import { addDecisions, standingDecisions } from './store.ts'
import type { Verifier } from './log-decisions.ts'
import type { VerifyDeps } from './verify.ts'

export const supplySchema = z.strictObject({
  window: z.string().max(32),
  figures: z
    .array(
      z.strictObject({
        unit: z.string().max(64),
        indicator: z.string().max(64),
        /** Which figure of it; left out, the indicator's own. */
        key: z.string().max(64).optional(),
        /** The year's figure up to the end of the window, in the indicator's unit. */
        value: z.string().max(64).refine(isFigure, '须为不小于 0 的数字'),
        reason: z.string().trim().min(1).max(500).optional(),
      }),
    )
    .min(1)
    .max(500),
})
export type SupplyOfFigures = z.infer<typeof supplySchema>

/** Takes in figures that a bureau supplies itself (固投: 统计局), all or none. Only for units with the task, never for the bureau's own. */
export async function supply(
  deps: VerifyDeps,
  by: Verifier,
  window: ReportWindow,
  { figures }: SupplyOfFigures,
): Promise<number> {
  const { db, campaign, pack } = deps
  const at = deps.clock.now()
  return db.transaction().execute(async (trx) => {
    await lockCampaign(trx, campaign.id)
    const units = await unitsOf(trx, campaign.id, window.end)
    const targets = await targetsOf(trx, campaign.id, window.end)
    const known = await standingDecisions(trx, { campaign: campaign.id })
    for (const { unit, indicator, key, value, reason = null } of figures) {
      const place = placeOf(pack, units, { unit, indicator, key, bureau: by.bureau })
      if (!place || targets[unit]?.[place.target] === undefined) throw new ProblemError({ type: 'not-found' })
      const { form, item } = place
      const adjustment = { value }
      const content = window.id
      await addDecisions(trx, [
        {
          campaign: campaign.id,
          bureau: by.bureau,
          unit,
          form,
          item,
          content,
          verdict: 'supply',
          report: null,
          window: window.id,
          windowEnd: window.end,
          adjustment,
          reason,
          account: by.account,
          by: by.username,
          at: at.toISOString(),
        },
      ])
      const earlier = known.find(
        (one) =>
          one.verdict === 'supply' &&
          one.bureau === by.bureau &&
          one.unit === unit &&
          one.form === form &&
          one.item === item &&
          one.content === content,
      )
      await appendAudit(trx, {
        campaign: campaign.id,
        actor: by.username,
        at,
        action: 'figure.supplied',
        subject: `figure/${unit}/${place.key}`,
        before: earlier?.adjustment,
        after: { window: window.id, indicator, value },
        reason,
      })
    }
    return figures.length
  })
}

/** Where a supplied figure belongs, if this bureau may supply it. */
function placeOf(
  pack: Pack,
  units: readonly Unit[],
  asked: {
    readonly unit: string
    readonly indicator: string
    readonly key: string | undefined
    readonly bureau: string
  },
): (SuppliedKey & { readonly target: string }) | null {
  const indicator = pack.indicators.find(({ id }) => id === asked.indicator)
  if (!indicator || !units.some(({ id }) => id === asked.unit)) return null
  const { target, excluded } = indicator
  if (supplierOf(indicator, asked.unit) !== asked.bureau || excluded.some(({ unit }) => unit === asked.unit))
    return null
  const keys = suppliedKeys(pack, indicator)
  const place = asked.key === undefined ? keys[0] : keys.find(({ key }) => key === asked.key)
  return place && target ? { ...place, target } : null
}
