import type { Kysely } from 'kysely'
import { appendAudit } from '../audit/append.ts'
import { boardRow } from '../board/board.ts'
import { loadRisks } from '../board/load-risks.ts'
import type { Database } from '../db/schema.ts'
import { standingFlags } from '../findings/store.ts'
import { withJudgement } from '../judging/judged-facts.ts'
import { closedPanels, panelsOf } from '../judging/store.ts'
import { engineVersion } from '../packs/engine-version.ts'
import { rankedUnit } from '../rankings/ranked-unit.ts'
import { issueOn } from '../register/store.ts'
import type { ReportWindow } from '../register/windows.ts'
import { lockCampaign } from '../reports/store.ts'
import { windowReports } from '../reports/window-reports.ts'
import { loadUnits } from '../verification/load.ts'
import type { WindowDeps } from '../windows/routes.ts'
import { keepRows } from './rows.ts'
import { execute, type Run, type RunInputs } from './run.ts'
import { addRun, countRuns } from './store.ts'

export interface RunDeps extends WindowDeps {
  readonly packHash: string
}

/** Freezes all that is known for a window, scores it, and keeps both under the next number. */
export async function draftRun(
  deps: RunDeps,
  { window, title, actor }: { window: ReportWindow; title: string; actor: string },
): Promise<Run> {
  const { db, campaign, pack, packHash, clock } = deps
  const now = clock.now()
  return db.transaction().execute(async (trx) => {
    await lockCampaign(trx, campaign.id)
    const inputs = await freeze(trx, deps, window, now)
    const engine = engineVersion()
    const { result, hash } = execute(pack, engine, inputs)
    const run: Run = {
      number: `${campaign.year}-R${String((await countRuns(trx, campaign.id)) + 1).padStart(2, '0')}`,
      window: window.id,
      title,
      pack: packHash,
      engine,
      inputs,
      result,
      hash,
      draftedBy: actor,
      draftedAt: now.toISOString(),
      status: 'draft',
      decider: null,
      document: null,
      seal: null,
      signedAt: null,
      signedAs: null,
      publishedAt: null,
    }
    await addRun(trx, campaign.id, run)
    await keepRows(trx, run)
    const { number } = run
    await appendAudit(trx, {
      campaign: campaign.id,
      actor,
      at: now,
      action: 'run.drafted',
      subject: `run/${number}`,
      after: { number, window: window.id, title, pack: packHash, engine, hash },
    })
    return run
  })
}

async function freeze(
  trx: Kysely<Database>,
  { campaign, pack }: RunDeps,
  window: ReportWindow,
  now: Date,
): Promise<RunInputs> {
  const units = await loadUnits(trx, { campaign: campaign.id, pack, until: window.end })
  const reports = Map.groupBy(await windowReports(trx, pack, { campaign: campaign.id, window }), ({ unit }) => unit)
  const risks = await loadRisks(trx, { campaign: campaign.id, pack, window, now, units })
  const flags = await standingFlags(trx, campaign.id, pack)
  const judged = closedPanels(await panelsOf(trx, campaign.id))
  return {
    window: window.id,
    asOf: window.end,
    targets: (await issueOn(trx, campaign.id, window.end))?.number ?? 0,
    units: units.map((loaded) => {
      const ranked = rankedUnit(loaded)
      return {
        ...ranked,
        facts: { ...withJudgement(ranked.facts, judged), flags: [...(flags.get(loaded.unit.id) ?? [])] },
        reports: loaded.counted.map(({ number }) => number),
      }
    }),
    board: units.map((loaded) =>
      boardRow(pack, window, loaded, {
        reports: reports.get(loaded.unit.id) ?? [],
        flags: risks.get(loaded.unit.id) ?? [],
        now,
      }),
    ),
  }
}
