import type { Acceptance, Entry, Outcome, TurnedDown } from '../../api/intake.ts'

/** What the service takes at once. */
export const mostFiles = 300
const mostBytes = 31 * 1024 * 1024

export interface LeftOut {
  readonly name: string
  readonly why: 'not-excel' | 'too-many'
}

/** Which of the files a person dropped can be sent, and which stay behind. */
export function sortFiles(given: readonly File[]): {
  readonly files: readonly File[]
  readonly left: readonly LeftOut[]
} {
  const files: File[] = []
  const left: LeftOut[] = []
  let bytes = 0
  for (const file of given) {
    // `~$…` is what Excel leaves beside a workbook that is open.
    if (!/\.xlsx?$/i.test(file.name) || file.name.startsWith('~$')) left.push({ name: file.name, why: 'not-excel' })
    else if (files.length === mostFiles || bytes + file.size > mostBytes)
      left.push({ name: file.name, why: 'too-many' })
    else {
      files.push(file)
      bytes += file.size
    }
  }
  return { files, left }
}

/** One word on a file: what can be done with it. */
export type EntryMark = 'accepted' | 'green' | 'amber' | 'red' | 'empty' | 'turned-down' | 'unclear' | 'unusable'
/** In the order in which they want a hand. */
export const marks: readonly EntryMark[] = [
  'unclear',
  'red',
  'unusable',
  'turned-down',
  'amber',
  'empty',
  'green',
  'accepted',
]

export function markOf(outcome: Outcome): EntryMark {
  switch (outcome.kind) {
    case 'accepted':
      return 'accepted'
    case 'checked':
      return outcome.state
    case 'unit-unclear':
    case 'no-row':
      return 'unclear'
    default:
      return 'unusable'
  }
}

export type Reasons = Readonly<Record<string, string>>

/** What to send in order to accept a file; null while it cannot be accepted as it stands. */
export function acceptanceOf({ seq, outcome }: Entry, reasons: Reasons): Acceptance | null {
  if (outcome.kind !== 'checked') return null
  const { state, against, missing } = outcome
  if (state === 'red' || state === 'turned-down') return null
  const given = missing.map((key) => [key, (reasons[key] ?? '').trim()] as const)
  return given.every(([, sentence]) => sentence !== '') ? { seq, against, reasons: Object.fromEntries(given) } : null
}

/** Why the service did not take a file, in its own words. */
export function turnedDownText({ problem }: TurnedDown): string {
  const issues: unknown = 'issues' in problem ? problem.issues : []
  const [issue] = Array.isArray(issues) ? (issues as readonly { readonly message?: unknown }[]) : []
  return typeof issue?.message === 'string' ? issue.message : problem.title
}
