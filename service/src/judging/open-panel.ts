import type { Pack } from '@kaohe/shared-rules'
import type { Kysely } from 'kysely'
import { z } from 'zod'
import { appendAudit } from '../audit/append.ts'
import type { Database } from '../db/schema.ts'
import { ProblemError } from '../problem.ts'
import { unitsOf } from '../register/store.ts'
import { addPanel, panelsOf, type Panel } from './store.ts'

const sentence = z.string().trim().min(1).max(500)
export const panelSchema = z.strictObject({
  award: z.string().max(64),
  candidates: z.array(z.string().max(64)).min(1).max(200),
  /** User names of accounts. */
  judges: z.array(z.string().max(64)).min(1).max(50),
  decider: sentence,
  reason: sentence,
})

interface Opening {
  readonly campaign: { readonly id: string; readonly year: number }
  readonly pack: Pack
  readonly account: string
  readonly actor: string
  readonly at: Date
}

/** Opens a panel for an award that goes by a rubric of the pack, inside the caller's transaction. */
export async function openPanel(
  trx: Kysely<Database>,
  { campaign, pack, account, actor, at }: Opening,
  given: z.infer<typeof panelSchema>,
): Promise<Panel> {
  const key = pack.awards.find(({ id }) => id === given.award)?.basis.find(({ by }) => by === 'judged')
  const rubric = pack.rubrics?.find(({ id }) => key?.by === 'judged' && id === key.rubric)
  const units = await unitsOf(trx, campaign.id)
  const accounts = await trx.selectFrom('account').select('username').where('username', 'in', given.judges).execute()
  const known = new Set(accounts.map(({ username }) => username))
  const repeated = (list: readonly string[], at_: number) => list.indexOf(list[at_] ?? '') < at_
  const issues = [
    ...(rubric ? [] : [{ path: 'award', message: '此奖项不按评分细则评选' }]),
    ...given.candidates.flatMap((id, index) =>
      units.some((unit) => unit.id === id) && !repeated(given.candidates, index)
        ? []
        : [{ path: `candidates.${index}`, message: '没有这个单位，或重复' }],
    ),
    ...given.judges.flatMap((name, index) =>
      known.has(name) && !repeated(given.judges, index)
        ? []
        : [{ path: `judges.${index}`, message: '没有这个账号，或重复' }],
    ),
    ...(rubric && given.judges.length < rubric.judges
      ? [{ path: 'judges', message: `评委不得少于 ${rubric.judges} 名` }]
      : []),
  ]
  if (!rubric || issues.length > 0) throw new ProblemError({ type: 'invalid-request', issues })
  const number = `${campaign.year}-P${String((await panelsOf(trx, campaign.id)).length + 1).padStart(2, '0')}`
  const opened = { openedBy: actor, openedAt: at.toISOString(), closedBy: null, closedAt: null, scores: null }
  const panel: Panel = { number, ...given, rubric, ...opened }
  await addPanel(trx, { ...panel, campaign: campaign.id, account })
  const { reason, ...after } = given
  await appendAudit(trx, {
    campaign: campaign.id,
    actor,
    at,
    action: 'panel.opened',
    subject: `panel/${number}`,
    after,
    reason,
  })
  return panel
}
