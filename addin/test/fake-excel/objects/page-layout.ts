import { notModelled } from '../host-error.ts'
import type { FakeSheet } from '../model.ts'
import type { HostObject } from './host-object.ts'

/** Excel.PageLayout, as far as it goes into the file. */
export function pageLayout(sheet: FakeSheet): HostObject {
  const keep = (setup: Partial<NonNullable<FakeSheet['kept']['pageSetup']>>) => {
    // The file library fills in the settings that nobody made.
    sheet.kept.pageSetup = { ...sheet.kept.pageSetup, ...setup } as NonNullable<FakeSheet['kept']['pageSetup']>
  }
  return {
    type: 'PageLayout',
    place: sheet.name,
    set: {
      Orientation: (orientation: string) => keep({ orientation: orientation.toLowerCase() }),
      Zoom: (zoom: { horizontalFitToPages?: number }) =>
        keep({ fitToPage: true, fitToWidth: zoom.horizontalFitToPages ?? 0, fitToHeight: 0 }),
    },
    act: {
      SetPrintTitleRows: (rows: unknown) => {
        const [, first, last] = /^\$?(\d+):\$?(\d+)$/.exec(String(rows)) ?? []
        if (first === undefined || last === undefined)
          throw notModelled(`PageLayout.setPrintTitleRows(${String(rows)})`)
        keep({ printTitlesRow: `${first}:${last}` })
      },
    },
  }
}
