import { done, excelRequest, supports } from './excel-request.ts'
import type { WorkbookEvent, WorkbookResult } from './workbook.ts'

interface Subscription {
  readonly context: OfficeExtension.ClientRequestContext
  remove(): void
}

/** Listens to all sheets, those added later included. Handlers ask the host for nothing but the name of the sheet that was selected. */
export async function watchExcel(listener: (event: WorkbookEvent) => void): Promise<WorkbookResult<() => void>> {
  const selected = selectionFollower(listener)
  const subscribed = await excelRequest<readonly Subscription[]>(async (context) => {
    const { worksheets } = context.workbook
    const sheetsChanged = () => tell(() => listener({ kind: 'sheets-changed' }))
    const subscriptions: Subscription[] = [
      worksheets.onChanged.add(() => tell(() => listener({ kind: 'changed' }))),
      worksheets.onSelectionChanged.add((event) => tell(() => selected.follow(event))),
      worksheets.onAdded.add(sheetsChanged),
      worksheets.onDeleted.add(sheetsChanged),
    ]
    if (supports('1.17')) subscriptions.push(worksheets.onNameChanged.add(sheetsChanged))
    await context.sync()
    return done(subscriptions)
  })
  if (!subscribed.ok) return subscribed
  return done(() => {
    selected.stop()
    void unsubscribe(subscribed.value)
  })
}

async function tell(say: () => void): Promise<void> {
  say()
}

/**
 * Turns selections into places with the present name of their sheet: renaming raises no event below ExcelApi 1.17.
 * While one name is being asked for, only the latest selection waits.
 */
function selectionFollower(listener: (event: WorkbookEvent) => void) {
  let latest: Excel.WorksheetSelectionChangedEventArgs | undefined
  let asking = false
  let stopped = false
  const follow = async (): Promise<void> => {
    asking = true
    while (latest && !stopped) {
      const { worksheetId, address } = latest
      latest = undefined
      const name = await excelRequest(async (context) => {
        const sheet = context.workbook.worksheets.getItem(worksheetId).load('name')
        await context.sync()
        return done(sheet.name)
      })
      // A sheet that cannot be named now is gone or busy; the next selection tells afresh.
      if (name.ok && !stopped) listener({ kind: 'selected', sheet: name.value, address: firstCell(address) })
    }
    asking = false
  }
  return {
    follow(event: Excel.WorksheetSelectionChangedEventArgs) {
      latest = event
      if (!asking) void follow()
    },
    stop: () => void (stopped = true),
  }
}

/** Of `B5:C7`, of `A1,C3`, and of whole columns and rows, which Excel calls `B:D` and `3:5`. */
function firstCell(address: string): string {
  const [, column = '', row = ''] = /^([A-Z]*)(\d*)/.exec(address) ?? []
  return (column || 'A') + (row || '1')
}

/** Handlers go away with the context that registered them. */
function unsubscribe(subscriptions: readonly Subscription[]): Promise<WorkbookResult<void>> {
  const [first] = subscriptions
  if (!first) return Promise.resolve(done(undefined))
  return excelRequest(async () => {
    for (const subscription of subscriptions) subscription.remove()
    await first.context.sync()
    return done(undefined)
  })
}
