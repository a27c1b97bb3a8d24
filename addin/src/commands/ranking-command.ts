import type { TranslateOf } from '../i18n/translate.ts'
import { pullPool } from '../features/ranking/pull-pool.ts'
import type { ReportSheets } from '../workbook/report-sheets.ts'
import type { CommandOutcome } from './command-outcome.ts'
import { isOutcome, openDeskFor, type CommandDeps } from './open-desk-for.ts'

/** 拉取排名 for the window at hand: writes each pool's ranking into the office's own workbook, which is what the button is for. */
export async function rankingCommand(
  deps: CommandDeps & { readonly reportSheets: ReportSheets; readonly t: TranslateOf<'ranking'> },
): Promise<CommandOutcome> {
  const signed = await openDeskFor(deps)
  if (isOutcome(signed)) return signed
  const { api, desk } = signed
  const { account, campaign, windows, window: current } = desk.me
  if (account.role !== 'office') return { kind: 'not-yours', command: 'office' }
  const window = windows.find(({ id }) => id === current)
  if (!window) return { kind: 'closed-window' }
  const sheets: string[] = []
  for (const pool of desk.pack.pools) {
    const pulled = await pullPool({ api, sheets: deps.reportSheets, campaign: campaign.title, t: deps.t }, window, pool)
    // Nobody can press for it: there is no pane.
    if (pulled.step === 'cancelled') continue
    if (pulled.step === 'refused') return { kind: 'unreachable', error: pulled.error }
    if (pulled.step === 'stopped') return { kind: 'workbook', error: pulled.error }
    sheets.push(pulled.sheet)
  }
  return { kind: 'pulled', sheets }
}
