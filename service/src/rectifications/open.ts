import type { Pack } from '@kaohe/shared-rules'
import type { Kysely } from 'kysely'
import { appendAudit } from '../audit/append.ts'
import { chinaDay } from '../clock.ts'
import type { Database } from '../db/schema.ts'
import type { Run } from '../runs/run.ts'
import { shortfallsOf } from '../runs/shortfalls.ts'
import { addRectifications, rectificationsOf } from './store.ts'

interface Publication {
  readonly campaign: { readonly id: string; readonly year: number }
  readonly actor: string
  readonly at: Date
}

/**
 * Opens a rectification for every task that a half-year or year-end run found missed (四(五)), inside the transaction that
 * publishes the run. What an earlier run of the same window has opened stays as it is.
 */
export async function openRectifications(
  trx: Kysely<Database>,
  pack: Pack,
  run: Run,
  { campaign, actor, at }: Publication,
): Promise<void> {
  if (!pack.rectification) return
  const known = await rectificationsOf(trx, { campaign: campaign.id })
  const isOpen = (unit: string, indicator: string) =>
    known.some((one) => one.window === run.window && one.unit === unit && one.indicator === indicator)
  const missed = shortfallsOf(pack, run).filter(({ unit, indicator }) => !isOpen(unit, indicator))
  if (missed.length === 0) return
  const fileBy = chinaDay(new Date(at.getTime() + pack.rectification.days * dayMs))
  const opened = missed.map((shortfall, index) => ({
    ...shortfall,
    number: `${campaign.year}-Z${String(known.length + index + 1).padStart(3, '0')}`,
    run: run.number,
    window: run.window,
    fileBy,
    createdAt: at.toISOString(),
  }))
  await addRectifications(trx, campaign.id, opened)
  await appendAudit(trx, {
    campaign: campaign.id,
    actor,
    at,
    action: 'rectification.opened',
    subject: `run/${run.number}`,
    after: {
      fileBy,
      rectifications: opened.map(({ number, unit, indicator, gap }) => ({ number, unit, indicator, gap })),
    },
  })
}

const dayMs = 24 * 60 * 60 * 1000
