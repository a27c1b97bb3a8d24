import { exactText, multiply, ratio, type Award, type Pack, type SortKey } from '@kaohe/shared-rules'
import { z } from 'zod'
import type { Described } from '../contract/described.ts'
import { exactOf } from '../exact-of.ts'

/** One thing that an award looks at, in its order: of an indicator, of a figure or of the judges, by what it is called. */
export const basisKeySchema = z.strictObject({
  by: z.enum(['total', 'points', 'completion', 'actual', 'figure', 'judged']),
  title: z.string().nullable(),
  /** Per cent above which more completion counts for nothing; null where nothing is capped. */
  cap: z.string().nullable(),
})
export type BasisKey = Described<typeof basisKeySchema>

/** What an award goes by, for people: the rule in force, whoever lays it down. */
export const basisOf = (pack: Pack, { basis }: Award): readonly BasisKey[] => basis.map((key) => basisKey(pack, key))

function basisKey({ indicators }: Pack, key: SortKey): BasisKey {
  switch (key.by) {
    case 'total':
      return { by: key.by, title: null, cap: null }
    case 'figure':
    case 'judged':
      return { by: key.by, title: key.title, cap: null }
    case 'points':
    case 'actual':
    case 'completion': {
      const title = indicators.find(({ id }) => id === key.indicator)?.title ?? key.indicator
      const cap = key.by === 'completion' && key.cap !== undefined ? perCent(key.cap) : null
      return { by: key.by, title, cap }
    }
  }
}

function perCent(cap: string): string {
  const share = exactOf(cap)
  if (!share) throw new Error(`not a share: ${cap}`)
  return exactText(multiply(share, ratio(100)))
}

const named = { total: '总分', points: '得分', completion: '完成率', actual: '完成数', figure: '', judged: '评分' }

/** `协税护税完成率（120%封顶）`. */
export const basisText = ({ by, title, cap }: BasisKey): string =>
  `${title ?? ''}${named[by]}${cap === null ? '' : `（${cap}%封顶）`}`
