import type { Place } from '@kaohe/shared-rules'
import { fromA1 } from '@kaohe/shared-rules/recognition'
import { Refusal } from '../refusal.ts'
import { inStretches, type Stretch } from './stretches.ts'
import { walkXml } from './xml.ts'

/** A sheet as it is written, whatever its cells refer to. Rows stand in their order. */
export interface WrittenSheet {
  readonly rows: readonly WrittenRow[]
  readonly merges: readonly Merge[]
  readonly widths: readonly { readonly from: number; readonly to: number; readonly width: string | undefined }[]
}

export interface Merge {
  readonly ref: string
  /** Its last place. */
  readonly last: Place
}

export interface WrittenRow {
  /** Undefined where it follows the one before. */
  readonly number: string | undefined
  readonly height: string | undefined
  readonly cells: readonly WrittenCell[]
}

export interface WrittenCell {
  readonly column: number
  readonly type: string
  readonly style: number
  readonly text: string
  /** Of a formula that was never computed. */
  readonly formula: string | null
}

/** Reads a sheet, of rows that other sheets have as well only the first time. */
export const readSheetXml = inStretches('row', (xml, most): Stretch<WrittenSheet> => {
  const rows: WrittenRow[] = []
  const merges: Merge[] = []
  const widths: WrittenSheet['widths'][number][] = []
  let cells: WrittenCell[] | undefined
  let column = -1
  let cell: Pick<WrittenCell, 'type' | 'style'> | undefined
  let value = ''
  let formula = ''
  let isComputed = false
  let target: 'value' | 'formula' | undefined
  let inReading = false
  const elements = walkXml(xml, most, {
    open: (name, read) => {
      switch (name) {
        case 'row': {
          if (cells) throw new Refusal('damaged')
          const attributes = read()
          cells = []
          column = -1
          rows.push({ number: attributes['r'], height: attributes['ht'], cells })
          return
        }
        case 'c': {
          const attributes = read()
          column = fromA1(attributes['r'] ?? '')?.column ?? column + 1
          cell = { type: attributes['t'] ?? 'n', style: Number(attributes['s'] ?? 0) }
          value = ''
          formula = ''
          isComputed = false
          return
        }
        case 'rPh':
          inReading = true
          return
        case 'v':
        case 't':
          target = cell && !inReading ? 'value' : undefined
          isComputed = true
          return
        case 'f':
          target = cell ? 'formula' : undefined
          return
        case 'mergeCell': {
          const { ref = '' } = read()
          const [first, last] = ref.split(':').map(fromA1)
          if (first && last) merges.push({ ref, last })
          return
        }
        case 'col': {
          const { min, max, width } = read()
          widths.push({ from: Number(min) - 1, to: Number(max) - 1, width })
        }
      }
    },
    text: (text) => {
      if (target === 'value') value += text
      else if (target === 'formula') formula += text
    },
    close: (name) => {
      target = undefined
      if (name === 'rPh') inReading = false
      if (name === 'row') cells = undefined
      if (name !== 'c' || !cell) return
      if (!cells) throw new Refusal('damaged')
      const isLeft = formula !== '' && !isComputed
      if (value !== '' || isLeft) cells.push({ column, ...cell, text: value, formula: isLeft ? formula : null })
      cell = undefined
    },
  })
  return { elements, read: { rows, merges, widths } }
})
