import type { Style } from '@cj-tech-master/excelts'
import { cellsOf, type Area } from '../area.ts'
import { accessDenied, notModelled } from '../host-error.ts'
import { cellAt, cellToChange, isLocked, type FakeSheet } from '../model.ts'
import type { HostObject } from './host-object.ts'

/** Excel.RangeFormat and what hangs on it. Protected sheets let nobody format. */
export function rangeFormat(sheet: FakeSheet, area: Area): HostObject {
  const change = (style: (before: Partial<Style>) => Partial<Style>) => {
    if (sheet.protected) throw accessDenied()
    for (const { row, column } of cellsOf(area)) {
      const cell = cellToChange(sheet, row, column)
      cell.style = { ...cell.style, ...style(cell.style) }
    }
  }
  const set = (part: string, members: HostObject['set'] = {}): HostObject => ({ type: part, set: members })
  return {
    type: 'RangeFormat',
    get: {
      Font: () =>
        set('RangeFont', {
          Bold: (bold: boolean) => change(({ font }) => ({ font: { ...font, bold } })),
          Italic: (italic: boolean) => change(({ font }) => ({ font: { ...font, italic } })),
          Size: (size: number) => change(({ font }) => ({ font: { ...font, size } })),
          Name: (name: string) => change(({ font }) => ({ font: { ...font, name } })),
          Color: (color: string) => change(({ font }) => ({ font: { ...font, color: { argb: argb(color) } } })),
        }),
      Fill: () =>
        set('RangeFill', {
          Color: (color: string) =>
            change(() => ({ fill: { type: 'pattern', pattern: 'solid', fgColor: { argb: argb(color) } } })),
        }),
      Protection: () => ({
        type: 'FormatProtection',
        get: { Locked: () => common(area, (row, column) => isLocked(sheet, row, column)) },
        set: { Locked: (locked: boolean) => change(({ protection }) => ({ protection: { ...protection, locked } })) },
      }),
      ColumnWidth: () => common(area, (_, column) => points(sheet.widths.get(column) ?? 8.43)),
      RowHeight: () => common(area, (row) => sheet.heights.get(row) ?? 15),
      HorizontalAlignment: () =>
        common(area, (row, column) => cellAt(sheet, row, column)?.style.alignment?.horizontal ?? 'General'),
    },
    set: {
      ColumnWidth: (width: number) => {
        if (sheet.protected) throw accessDenied()
        for (let i = 0; i < area.columns; i++) sheet.widths.set(area.column + i, characters(width))
      },
      RowHeight: (height: number) => {
        if (sheet.protected) throw accessDenied()
        for (let i = 0; i < area.rows; i++) sheet.heights.set(area.row + i, height)
      },
      HorizontalAlignment: (wanted: string) => {
        const horizontal = alignments[wanted]
        if (horizontal === undefined) throw notModelled(`RangeFormat.horizontalAlignment = ${wanted}`)
        change(({ alignment }) => ({ alignment: { ...alignment, horizontal } }))
      },
      VerticalAlignment: (wanted: string) => {
        const vertical = wanted === 'Center' ? 'middle' : wanted === 'Top' ? 'top' : 'bottom'
        change(({ alignment }) => ({ alignment: { ...alignment, vertical } }))
      },
      WrapText: (wrapText: boolean) => change(({ alignment }) => ({ alignment: { ...alignment, wrapText } })),
    },
  }
}

const alignments: Readonly<Record<string, NonNullable<Style['alignment']['horizontal']>>> = {
  Left: 'left',
  Center: 'center',
  Right: 'right',
  CenterAcrossSelection: 'centerContinuous',
}

/** What all cells agree on; null, as Excel says it, when they do not. */
function common<T>(area: Area, value: (row: number, column: number) => T): T | null {
  const seen = new Set<T>()
  for (const { row, column } of cellsOf(area)) seen.add(value(row, column))
  const [first] = seen
  return seen.size === 1 && first !== undefined ? first : null
}

function argb(color: string): string {
  return `FF${color.replace('#', '').toUpperCase()}`
}

/** Excel counts widths in points at the wire and in characters of 7 pixels, with 5 pixels of padding, in the file. */
function points(width: number): number {
  return (width * 7 + 5) * 0.75
}

function characters(width: number): number {
  return (width / 0.75 - 5) / 7
}
