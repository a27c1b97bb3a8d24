import type { CellAddress, CellPath, Form, Pack, Verdict } from '@kaohe/shared-rules'
import type { Correction, Finding } from '../../ui/FindingRow.tsx'
import { correctionOf } from './corrections.ts'

const order = { red: 0, amber: 1, advice: 2 }

/** What the verdicts ask of the person, gravest first, each with the cell it leads to. */
export function findingsOf(
  pack: Pack,
  form: Form,
  verdicts: readonly Verdict[],
  addresses: Readonly<Record<CellPath, CellAddress>>,
): readonly Finding[] {
  const faulty = new Set(verdicts.filter(({ outcome }) => outcome.status === 'failed').flatMap(({ paths }) => paths))
  const reads = new Set(pack.checks.filter(({ asserts }) => asserts.kind === 'readable').map(({ id }) => id))
  return verdicts
    .filter((verdict) => verdict.message !== undefined && !isSaidAlready(verdict, faulty))
    .map((verdict) => finding(verdict, addresses, correctionOf(form, verdict.suggestion, addresses), reads))
    .sort((a, b) => order[a.severity] - order[b.severity])
}

/** A check that waits for an unreadable cell adds nothing where that cell has a finding of its own. */
function isSaidAlready({ outcome, paths }: Verdict, faulty: ReadonlySet<CellPath>): boolean {
  if (outcome.status !== 'undecided') return false
  const row = (paths[0] ?? '').split('.').slice(0, -1)
  return outcome.missing.some((column) => faulty.has([...row, column].join('.')))
}

function finding(
  verdict: Verdict,
  addresses: Readonly<Record<CellPath, CellAddress>>,
  correction: Correction | undefined,
  reads: ReadonlySet<string>,
): Finding {
  const { check, severity, message = '', clause, paths } = verdict
  const [first = ''] = paths
  const address = addresses[first]
  return {
    key: `${check}@${first}`,
    // What cannot be judged yet blocks nothing and wants no reason: the person only hears of it.
    severity: verdict.outcome.status === 'failed' ? severity : 'advice',
    message,
    clause,
    paths,
    ...(address ? { address } : {}),
    ...(correction ? { correction } : {}),
    ...(reads.has(check) && severity === 'red' ? { unreadable: true } : {}),
  }
}
