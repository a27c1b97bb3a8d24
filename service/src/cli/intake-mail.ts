import { statSync } from 'node:fs'
import type { TurnedDown } from '../intake/accept-entries.ts'
import type { Outcome } from '../intake/outcome.ts'
import type { BatchView, EntryView } from '../intake/view.ts'
import { largestUpload, mostFiles } from '../uploads.ts'
import { readLimits } from '../workbooks/reading/limits.ts'
import { refusalTitles } from '../workbooks/reading/refusal.ts'
import { uploadsOf, type MailedFile } from './intake-files.ts'
import type { Answered, SignedIn } from './signed-in.ts'

/** Sentences for amber verdicts, by file and by the verdict's key. */
export type Reasons = Readonly<Record<string, Readonly<Record<string, string>>>>

export interface Taken {
  readonly path: string
  /** Where the page shows the file too; nowhere if it is too large to be sent. */
  readonly place: { readonly batch: string; readonly seq: number } | null
  readonly outcome: Outcome
  /** Why it was not accepted although it looked as if it could be. */
  readonly problem: string | null
  /** Is nothing left to be done about it but to accept it, if that was not asked for? */
  readonly good: boolean
}

export interface TakeIn {
  /** The present one if null. */
  readonly window: string | null
  readonly accept: boolean
  readonly reasons: Reasons
}

/** Room for what a multipart body carries besides its files. */
const mostBytes = largestUpload - 1024 * 1024

/** Hands files in over the intake's own routes, group by group: looked at, and accepted only where that was asked for. */
export async function takeInMail(
  desk: SignedIn,
  paths: readonly string[],
  asked: TakeIn,
): Promise<Answered<readonly Taken[]>> {
  const all: Taken[] = []
  for (const group of uploadsOf(paths.filter(fits), { files: mostFiles, bytes: mostBytes })) {
    const answer = await takeInGroup(desk, group, asked)
    if (!answer.ok) return answer
    all.push(...answer.body)
  }
  const large = paths.filter((path) => !fits(path)).map((path) => taken(path, null, tooLarge))
  return { ok: true, body: [...all, ...large] }
}

async function takeInGroup(
  desk: SignedIn,
  files: readonly MailedFile[],
  { window, accept, reasons }: TakeIn,
): Promise<Answered<readonly Taken[]>> {
  const body = new FormData()
  if (window !== null) body.append('window', window)
  for (const { name, bytes } of files) body.append('files', new File([bytes], name))
  const looked = await desk.post<{ batch: BatchView }>('/intake', body)
  if (!looked.ok) return looked
  const { batch } = looked.body
  const given = ({ seq }: EntryView) => reasons[files[seq - 1]?.path ?? ''] ?? {}
  const told = (view: BatchView, turnedDown: readonly TurnedDown[]): readonly Taken[] =>
    view.entries.map((entry) => {
      const problem = turnedDown.find(({ seq }) => seq === entry.seq)?.problem.title ?? null
      const path = files[entry.seq - 1]?.path ?? entry.file.name
      return taken(path, { batch: batch.id, seq: entry.seq }, entry.outcome, {
        problem,
        ready: !accept && isReady(entry, given(entry)),
      })
    })
  const entries = batch.entries.flatMap((entry) =>
    entry.outcome.kind === 'checked' && isReady(entry, given(entry))
      ? [{ seq: entry.seq, against: entry.outcome.against, reasons: given(entry) }]
      : [],
  )
  if (!accept || entries.length === 0) return { ok: true, body: told(batch, []) }
  const accepted = await desk.post<{ batch: BatchView; turnedDown: readonly TurnedDown[] }>(
    `/intake/${batch.id}/acceptance`,
    { entries },
  )
  return accepted.ok ? { ok: true, body: told(accepted.body.batch, accepted.body.turnedDown) } : accepted
}

/** Could it be accepted as it is, with these sentences? */
const isReady = ({ outcome }: EntryView, reasons: Readonly<Record<string, string>>): boolean =>
  outcome.kind === 'checked' &&
  (outcome.state === 'green' || (outcome.state === 'amber' && outcome.missing.every((key) => key in reasons)))

const taken = (
  path: string,
  place: Taken['place'],
  outcome: Outcome,
  { problem, ready }: { readonly problem: string | null; readonly ready: boolean } = { problem: null, ready: false },
): Taken => ({ path, place, outcome, problem, good: ready || outcome.kind === 'accepted' })

/** A file so large is refused before anything of it is read, so it need not be sent. */
const fits = (path: string): boolean => statSync(path).size <= readLimits.fileBytes
const tooLarge: Outcome = { kind: 'unreadable', reason: 'too-large', title: refusalTitles['too-large'] }
