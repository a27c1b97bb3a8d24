import { apiClient } from './api/client.ts'
import { browserKeep } from './api/keep.ts'
import { newId } from './api/new-id.ts'
import { checkCommand } from './commands/check-command.ts'
import { leaveOutcome, type CommandOutcome } from './commands/command-outcome.ts'
import { rankingCommand } from './commands/ranking-command.ts'
import { submitCommand } from './commands/submit-command.ts'
import { sessionStore } from './features/session/session.ts'
import texts from './i18n/ranking.zh-CN.json' with { type: 'json' }
import { createTexts } from './i18n/texts.ts'
import { appearanceOf } from './ui/host-appearance.ts'
import { onRibbon } from './workbook/excel-commands.ts'
import { hostBackground } from './workbook/excel-host.ts'
import { excelReportSheets } from './workbook/excel-report-sheets.ts'
import { excelWorkbook } from './workbook/excel-workbook.ts'

const deps = {
  api: apiClient('', (...request) => fetch(...request)),
  keep: browserKeep(),
  sessions: sessionStore(localStorage),
  workbook: excelWorkbook(),
  reportSheets: excelReportSheets(),
  // What is written into a workbook is Chinese whoever pulls it.
  t: createTexts({ ranking: texts }).of('ranking'),
  now: () => Date.now(),
  newId,
}

const shown = (command: (given: typeof deps) => Promise<CommandOutcome>) => async () => {
  const id = newId()
  await leaveOutcome(deps.keep, id, await command(deps))
  // The dialog knows nothing of the host: it runs without office.js.
  const look = appearanceOf(hostBackground())
  return `/dialog.html#${id}${look ? `.${look}` : ''}`
}

onRibbon({ submitForm: shown(submitCommand), checkForm: shown(checkCommand), pullRanking: shown(rankingCommand) })
