import { describe, expect, it } from 'vitest'
import type { WaitingFile } from './kept-files.ts'
import type { EvidencePlace } from './place.ts'
import { strayFiles } from './stray-files.ts'

const row = (title: string, date: string, item: string | null = null): EvidencePlace => ({
  form: 'projects',
  item,
  row: { ledger: 'projects', identity: JSON.stringify([title, date]) },
  title,
})
const kept = (place: EvidencePlace, more: Partial<WaitingFile> = {}): WaitingFile => ({
  ...place,
  key: 'k',
  savedAt: 1,
  name: '批复.pdf',
  mediaType: 'application/pdf',
  size: 1,
  ...more,
})
const refused = { kind: 'problem', type: 'evidence-full', status: 409, body: {} } as const
const none = new Map<string, string>()
const numbered = new Map([[`projects ${JSON.stringify(['光伏', ''])}`, '2-01-0001']])

describe('files kept for rows', () => {
  it.each([
    ['stay where they are, as long as the row is called so', kept(row('光伏', '')), [row('光伏', '')], none, 'stays'],
    [
      'follow the only row of that name',
      kept(row('光伏', '')),
      [row('光伏', '2019-05-04'), row('轴承', '')],
      none,
      'moves',
    ],
    ['go under a number that was typed in', kept(row('光伏', '')), [row('光伏', '', '2-01-0001')], none, 'moves'],
    [
      'are asked about between two rows of that name',
      kept(row('光伏', '')),
      [row('光伏', '5'), row('光伏', '6')],
      none,
      'asked',
    ],
    [
      'are not given to an older project of that name',
      kept(row('光伏', '')),
      [row('光伏', '4', '2-01-0001')],
      none,
      'asked',
    ],
    ['are asked about when the row is gone', kept(row('光伏', '')), [row('轴承', '')], none, 'asked'],
    [
      'go to the number that the row got, although it is gone',
      kept(row('光伏', '')),
      [row('轴承', '')],
      numbered,
      'stays',
    ],
    [
      'are asked about when they were refused and the row is gone',
      kept(row('光伏', '', '2-01-0001'), { refused }),
      [],
      none,
      'asked',
    ],
  ] as const)('%s', (_, file, places, issued, wanted) => {
    const { moves, left } = strayFiles([file], places, issued)
    const found = moves.length > 0 ? 'moves' : left.length > 0 ? 'asked' : 'stays'
    expect(found).toBe(wanted)
    if (found === 'moves') expect(moves).toEqual([{ file, to: places[0] }])
  })
})
