import type { CommandOutcome } from './command-outcome.ts'
import { isOutcome, openDeskFor, type CommandDeps } from './open-desk-for.ts'
import { readReport } from './read-report.ts'

/** 校验: what stands open in this workbook. Writes and sends nothing. */
export async function checkCommand(deps: CommandDeps): Promise<CommandOutcome> {
  const signed = await openDeskFor(deps)
  if (isOutcome(signed)) return signed
  const read = await readReport(deps, signed)
  if (isOutcome(read)) return read
  const { form, findings, result } = read.filled
  if (findings.length > 0) return { kind: 'open', form, findings, empty: false }
  return { kind: 'all-clear', form, total: result.total.kind === 'total' ? result.total.shown : null }
}
