import { parseArea } from '../area.ts'
import type { Stage } from '../change.ts'
import { itemNotFound } from '../host-error.ts'
import { findSheet } from '../model.ts'
import type { HostObject } from './host-object.ts'
import { namedItemCollection } from './named-item.ts'
import { range } from './range.ts'
import { tableCollection } from './table.ts'
import { worksheetCollection } from './worksheet.ts'

/** Excel.Workbook: where every request begins. */
export function workbook(stage: Stage): HostObject {
  const { book } = stage
  const ofEvent = (reference: string) => {
    const [id = '', address = ''] = reference.split('!')
    const sheet = findSheet(book, id)
    const area = parseArea(address)
    return sheet && area ? range(stage, sheet, area) : null
  }
  return {
    type: 'Workbook',
    get: {
      Name: () => book.fileName,
      Worksheets: () => worksheetCollection(stage),
      Names: () => namedItemCollection(stage),
      Tables: () => tableCollection(stage, book.sheets),
    },
    look: {
      GetSelectedRange: () => range(stage, book.active, book.active.selection),
      _GetRangeOrNullObjectForEventByReferenceId: ofEvent,
      _GetRangeForEventByReferenceId: (reference: string) => {
        const found = ofEvent(reference)
        if (!found) throw itemNotFound()
        return found
      },
    },
  }
}
