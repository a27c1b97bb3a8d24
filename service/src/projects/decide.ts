import type { Kysely } from 'kysely'
import { appendAudit } from '../audit/append.ts'
import { chinaDay } from '../clock.ts'
import type { Database } from '../db/schema.ts'
import { ProblemError } from '../problem.ts'
import { lockCampaign } from '../reports/store.ts'
import type { VerifyDeps } from '../verification/verify.ts'
import { officeBureau } from '../verification/responsible.ts'
import { keeperFor } from './library.ts'
import { loadLibrary } from './load.ts'
import type { LibraryProject } from './project.ts'
import { addProjectDecision, type ProjectDecision } from './store.ts'

interface Word {
  readonly project: string
  readonly kind: ProjectDecision['kind']
  readonly decider: string
  readonly reason: string
}

const actions = { admitted: 'project.admitted', declined: 'project.declined', removed: 'project.removed' } as const

/**
 * 入库、不予入库、移出. The keeper of the library decides, the office where it must; nobody about projects of its own unit.
 * Only a project whose 竣工 is verified is let go, and its row as verified goes on counting.
 */
export async function decideProject(
  deps: VerifyDeps,
  by: { readonly account: string; readonly username: string; readonly bureau: string },
  word: Word,
): Promise<LibraryProject> {
  const { db, campaign } = deps
  const now = deps.clock.now()
  return db.transaction().execute(async (trx) => {
    await lockCampaign(trx, campaign.id)
    const { project: before, numberColumn } = await findProject(trx, deps, word.project, by.bureau)
    if (before.state === 'removed' || (word.kind === 'removed' && before.state !== 'removal-proposed')) {
      throw new ProblemError({ type: 'project-state', project: word.project, state: before.state })
    }
    const isRemoval = word.kind === 'removed'
    // The number is what tells, in later reports, whether the project is still in the unit's ledger.
    const cells = isRemoval ? { ...before.cells, [numberColumn]: word.project } : null
    const windowEnd = isRemoval ? before.lastReported : null
    const decision = { ...word, unit: before.unit.id, cells, windowEnd, by: by.username, at: now.toISOString() }
    await addProjectDecision(trx, { ...decision, campaign: campaign.id, account: by.account })
    await appendAudit(trx, {
      campaign: campaign.id,
      actor: by.username,
      at: now,
      action: actions[word.kind],
      subject: `project/${word.project}`,
      before: { state: before.state, admission: before.admission },
      after: { kind: word.kind, decider: word.decider, ...(cells && { cells }) },
      reason: word.reason,
    })
    return (await findProject(trx, deps, word.project, by.bureau)).project
  })
}

async function findProject(
  trx: Kysely<Database>,
  { campaign, pack, clock }: VerifyDeps,
  number: string,
  bureau: string,
): Promise<{ readonly project: LibraryProject; readonly numberColumn: string }> {
  const library = await loadLibrary(trx, { campaign: campaign.id, pack, today: chinaDay(clock.now()) })
  const project = library?.projects.find((one) => one.number === number)
  const isKeeper = library && project && keeperFor(library.place.library, project.unit.id) === bureau
  if (!project || !(isKeeper || bureau === officeBureau)) throw new ProblemError({ type: 'not-found' })
  const numberColumn = library?.place.ledger.columns.find(({ role }) => role === 'number')?.id ?? 'number'
  return { project, numberColumn }
}
