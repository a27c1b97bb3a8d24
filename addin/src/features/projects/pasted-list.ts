import { isDay } from '@kaohe/shared-rules'
import type { NewRegistration } from '../../api/projects.ts'

export interface PastedList {
  readonly entries: readonly NewRegistration[]
  /** Lines that cannot be read, counted from one. */
  readonly faults: readonly { readonly line: number; readonly why: 'columns' | 'day' | 'repeated' }[]
}

/** 入统名录 as it is copied from a sheet: 编码, 名称, 入统日期, by tabs. A line of heads and empty lines are passed over. */
export function readPastedList(text: string): PastedList {
  const entries: NewRegistration[] = []
  const faults: { line: number; why: 'columns' | 'day' | 'repeated' }[] = []
  text.split(/\r?\n/).forEach((line, at) => {
    if (line.trim() === '') return
    const [code = '', name = '', day = ''] = line.split('\t').map((cell) => cell.trim())
    const registeredOn = dayOf(day)
    if (code === '' || name === '' || day === '') faults.push({ line: at + 1, why: 'columns' })
    else if (registeredOn === null) {
      const isHead = entries.length === 0 && faults.length === 0 && !/\d/.test(day)
      if (!isHead) faults.push({ line: at + 1, why: 'day' })
    } else if (entries.some((entry) => entry.code === code)) faults.push({ line: at + 1, why: 'repeated' })
    else entries.push({ code, name, registeredOn })
  })
  return { entries, faults }
}

/** `2019/5/1`, `2019.05.01`, `2019年5月1日` → `2019-05-01`; null for what is no day. */
function dayOf(text: string): string | null {
  const [, year, month = '', day = ''] = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(text) ?? []
  if (year === undefined) return null
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return isDay(iso) ? iso : null
}
