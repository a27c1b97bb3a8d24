import { basisOf } from '../features/filling/basis.ts'
import { fill, type Filled } from '../features/filling/filling.ts'
import { chosenBindingOf } from '../features/filling/chosen-binding.ts'
import { momentOf } from '../ui/moment.ts'
import type { WorkbookFacts } from '../workbook/workbook.ts'
import type { CommandOutcome } from './command-outcome.ts'
import type { CommandDeps, Signed } from './open-desk-for.ts'

export interface ReadReport {
  readonly facts: WorkbookFacts
  readonly filled: Filled
}

/** Reads, checks and scores the open workbook as the pane does. */
export async function readReport(
  { workbook, keep, now }: CommandDeps,
  { desk }: Signed,
): Promise<ReadReport | CommandOutcome> {
  const { me, pack, units, standing, fetchedAt } = desk
  if (!standing) return { kind: 'not-yours', command: 'clerk' }
  const described = await workbook.describe()
  if (!described.ok) return { kind: 'workbook', error: described.error }
  const snapshot = await workbook.snapshot()
  if (!snapshot.ok) return { kind: 'workbook', error: snapshot.error }
  const chosen = await chosenBindingOf(keep, described.value.key)
  const today = momentOf(Date.parse(me.clock.now) + Math.max(0, now() - fetchedAt)).date
  const basis = basisOf({ pack, units, standing, windows: me.windows, chosen, wanted: null }, today)
  const filled = fill(basis, snapshot.value)
  return filled.step === 'filled' ? { facts: described.value, filled } : { kind: 'not-a-form' }
}
