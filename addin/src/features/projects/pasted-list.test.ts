import { describe, expect, it } from 'vitest'
import { readPastedList } from './pasted-list.ts'

describe('readPastedList', () => {
  it('reads lines as they are copied from a sheet, passing over the heads', () => {
    const text = '编码\t名称\t入统日期\n2109\t新厂房\t2019/5/1\r\n\n2110\t 扩建 \t2019年12月31日\n'
    expect(readPastedList(text)).toEqual({
      entries: [
        { code: '2109', name: '新厂房', registeredOn: '2019-05-01' },
        { code: '2110', name: '扩建', registeredOn: '2019-12-31' },
      ],
      faults: [],
    })
  })

  it('says which lines cannot be read, and guesses at none', () => {
    const { entries, faults } = readPastedList('1\t甲\t2019-02-30\n2\t乙\n3\t丙\t2019-05-01\n3\t丁\t2019-05-02')
    expect(entries.map(({ code }) => code)).toEqual(['3'])
    expect(faults).toEqual([
      { line: 1, why: 'day' },
      { line: 2, why: 'columns' },
      { line: 4, why: 'repeated' },
    ])
  })
})
