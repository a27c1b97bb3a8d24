import { remembering } from '../remembering.ts'

const MARKS = /[\p{P}\p{S}\p{Z}\p{C}\s]/gu
/** Longer text in a cell is no head. */
const LONGEST = 80

/**
 * A text as it is compared: full-width characters made plain, no blanks, brackets, quotes or marks. `“飞地经济” 项目（万元）`
 * and `飞地经济项目(万元)` are the same head.
 */
export function textKey(text: string): string {
  return text.length > LONGEST ? '' : plainKey(text)
}

const plainKey = remembering((text) => text.normalize('NFKC').toLowerCase().replace(MARKS, ''))

/** The ways in which a head may be written, the closest first: as described, with its unit, without its remark in brackets. */
export function headKeys(text: string, unit = ''): readonly string[] {
  const bare = text.replace(/[（(【［[〔].*?[）)】］\]〕]/g, '')
  const variants = [text, `${text}${unit}`, bare, `${bare}${unit}`].map(textKey)
  return [...new Set(variants)].filter((key) => key !== '')
}

/** Lines beside a table, as 单位：万元 and 填报人：…, which are never a head or a row of it. */
export function isCaption(text: string): boolean {
  return /^\s*(?:(?:计量)?单位|填报单位|填报人|填表人|单位负责人|负责人|联系电话|填报日期|说明|注)(?:（.*?）|\(.*?\))?\s*[:：]/.test(
    text,
  )
}

/** 合计 and its like: a row that sums others. */
export function isTotal(text: string): boolean {
  return isSum(textKey(text))
}

const isSum = remembering((key) => /^(?:合计|总计|小计|全区合计|全区)$/.test(key))

/** A unit's name without what documents put before and after it: 海州区新兴街道办事处 is 新兴街道. */
export function unitKey(name: string): string {
  return bareUnit(textKey(name))
}

const bareUnit = remembering((key) =>
  key.replace(/^(?:阜新市)?(?:海州区|区)?(?=.{2})/, '').replace(/(?<=.{2})(?:办事处|人民政府)$/, ''),
)
