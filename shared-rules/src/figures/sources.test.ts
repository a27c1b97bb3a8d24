import { expect, it } from 'vitest'
import { figureSchema } from './figure.ts'
import { sourcesOf } from './sources.ts'

it.each([
  [
    { kind: 'reported', key: 'tax' },
    { keys: ['tax'], ledgers: [] },
  ],
  [
    { kind: 'count', ledger: 'projects', where: [] },
    { keys: [], ledgers: ['projects'] },
  ],
  [
    { kind: 'target', key: 'tax' },
    { keys: [], ledgers: [] },
  ],
  [
    { kind: 'constant', value: '3' },
    { keys: [], ledgers: [] },
  ],
  [
    {
      kind: 'difference',
      of: {
        kind: 'total',
        of: [
          { kind: 'reported', key: 'tax' },
          { kind: 'count', ledger: 'projects', where: [] },
        ],
      },
      minus: { kind: 'reported', key: 'investment' },
    },
    { keys: ['tax', 'investment'], ledgers: ['projects'] },
  ],
])('%j is made of %j', (figure, sources) => {
  expect(sourcesOf(figureSchema.parse(figure))).toEqual(sources)
})
