/** Every way in which a file cannot be read, in words for the person who sent it. A new one is added here and nowhere else. */
export const refusalTitles = {
  'not-a-workbook': '这不是 Excel 工作簿',
  'other-format': '不支持这种格式，请另存为 .xlsx 后再试',
  damaged: '文件不完整或已损坏，请重新保存后再试',
  password: '文件有打开密码，请取消密码后再试',
  macro: '文件含有宏，请另存为不含宏的 .xlsx 后再试',
  entities: '文件中有不允许的 XML 声明，请用 Excel 或 WPS 重新保存',
  'too-large': '文件过大',
  'too-much-inside': '文件解压后过大，可能整表设置了格式；请只保留表格部分另存',
  'too-many-cells': '工作表中的单元格过多，请只保留表格部分另存',
  'too-slow': '读取用时过长，已中止',
  'too-much-memory': '读取占用内存过多，已中止',
} as const

export type RefusalReason = keyof typeof refusalTitles

/** Carries a reason out of the depths of a file; `readBook` is the one place that unwraps it. */
export class Refusal extends Error {
  override readonly name = 'Refusal'
  readonly reason: RefusalReason

  constructor(reason: RefusalReason, options?: ErrorOptions) {
    super(reason, options)
    this.reason = reason
  }
}
