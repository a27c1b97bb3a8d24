import type { ReadLimits } from '../limits.ts'
import { walkXml } from './xml.ts'

/** Excel's own date formats by number, those of the East included. */
const isBuiltIn = (id: number): boolean =>
  (id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58)

/** Which cell styles show a number as a date. Only a workbook of the 1904 calendar has to know. */
export function readDateStyles(part: Buffer, { elements }: ReadLimits): ReadonlySet<number> {
  const dates = new Set<number>()
  const formats = new Map<number, string>()
  let inCells = false
  let style = 0
  walkXml(part, elements, {
    open: (name, read) => {
      if (name === 'cellXfs') inCells = true
      if (name !== 'numFmt' && (name !== 'xf' || !inCells)) return
      const attributes = read()
      const id = Number(attributes['numFmtId'] ?? 0)
      if (name === 'numFmt') formats.set(id, attributes['formatCode'] ?? '')
      if (name !== 'xf') return
      if (isBuiltIn(id) || isDateFormat(formats.get(id) ?? '')) dates.add(style)
      style += 1
    },
    close: (name) => {
      if (name === 'cellXfs') inCells = false
    },
  })
  return dates
}

/** Does a format have a day or a year outside quotes and brackets? */
export function isDateFormat(format: string): boolean {
  return /[yd]/i.test(format.replace(/"[^"]*"|\[[^\]]*\]|\\./g, ''))
}
