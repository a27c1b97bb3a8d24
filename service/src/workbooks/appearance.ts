import type { GridHighlight, StyleName } from '@kaohe/shared-rules'
import type { Style } from '@cj-tech-master/excelts'

type Alignment = 'left' | 'center' | 'right'

const line = { style: 'thin', color: { argb: 'FF000000' } } as const
const framed = { top: line, left: line, bottom: line, right: line }
/** Heads and titles in 黑体, the rest in 宋体, as offices print their tables. */
const HEI = '黑体'
const SONG = '宋体'
const INPUT = 'FFFFFBE8'
const HEAD = 'FFF2F2F2'

interface Look {
  readonly font: string
  readonly size: number
  readonly align: Alignment
  readonly bold?: boolean
  readonly frame?: boolean
  readonly wrap?: boolean
  readonly fill?: string
}

const looks: Readonly<Record<StyleName, Look>> = {
  annex: { font: HEI, size: 14, align: 'left' },
  title: { font: HEI, size: 20, align: 'center' },
  caption: { font: SONG, size: 11, align: 'left' },
  'unit-line': { font: SONG, size: 11, align: 'right' },
  head: { font: HEI, size: 11, align: 'center', frame: true, wrap: true, fill: HEAD },
  'body-left': { font: SONG, size: 11, align: 'left', frame: true, wrap: true },
  'body-centre': { font: SONG, size: 11, align: 'center', frame: true },
  'body-right': { font: SONG, size: 11, align: 'right', frame: true },
  'input-left': { font: SONG, size: 11, align: 'left', frame: true, wrap: true, fill: INPUT },
  'input-centre': { font: SONG, size: 11, align: 'center', frame: true, fill: INPUT },
  'input-right': { font: SONG, size: 11, align: 'right', frame: true, fill: INPUT },
  'total-centre': { font: HEI, size: 11, align: 'center', frame: true },
  'total-right': { font: HEI, size: 11, align: 'right', frame: true },
  remark: { font: SONG, size: 10, align: 'left', wrap: true },
  stamp: { font: SONG, size: 11, align: 'left' },
}

const made = new Map<string, Partial<Style>>()

/**
 * The Excel style of a cell. Input cells are tinted where most others are locked, and left white on a sheet that is open
 * throughout. Equal cells get the very same object, which the writer recognises without comparing.
 */
export function excelStyle(name: StyleName, format: string, locked: boolean, tinted: boolean): Partial<Style> {
  const key = `${name} ${locked ? 'locked' : 'open'} ${tinted ? 'tinted' : 'white'} ${format}`
  const known = made.get(key)
  if (known) return known
  const { font, size, align, frame, wrap, fill } = looks[name]
  const style: Partial<Style> = {
    font: { name: font, size, charset: 134, family: 3 },
    alignment: {
      horizontal: align,
      vertical: 'middle',
      ...(wrap ? { wrapText: true } : {}),
      // A little room between frame and text.
      ...(frame && align === 'left' ? { indent: 1 } : {}),
    },
    protection: { locked },
    // The blank at the right keeps figures off the frame, as Excel's own Chinese format does.
    numFmt: format.startsWith('#') ? `${format}_ ` : format,
    ...(frame ? { border: framed } : {}),
    ...(fill === undefined || (!tinted && !locked)
      ? {}
      : { fill: { type: 'pattern', pattern: 'solid', fgColor: { argb: fill } } }),
  }
  made.set(key, style)
  return style
}

/** Tints of conditional formats, light enough to stay readable in a black-and-white print. */
export const tints: Readonly<Record<GridHighlight['tint'], string>> = {
  fault: 'FFFFC7CE',
  gap: 'FFFFE699',
  reached: 'FFE2F0D9',
}
