import { exactText, type FormReading, type Targets } from '@kaohe/shared-rules'
import { exactOf } from '../../ui/figure.ts'
import type { NotSent } from '../../ui/not-sent.ts'

type Read = Pick<Extract<FormReading, { kind: 'read' }>, 'foreign' | 'targetCells' | 'targetTexts'>

/** What stands in the sheet and will not be sent: issued figures that somebody changed, and other units' rows. */
export function unsentCells({ foreign, targetCells, targetTexts }: Read, targets: Targets): readonly NotSent[] {
  const changed = Object.entries(targetCells).flatMap(([key, place]): NotSent[] => {
    const shown = targetTexts[key] ?? null
    const issued = targets[key] ?? null
    return shown === null || isSame(shown, issued) ? [] : [{ place, why: { kind: 'issued', shown, issued } }]
  })
  return [...changed, ...foreign.map((place): NotSent => ({ place, why: { kind: 'other-unit' } }))]
}

/** As figures; where nothing was issued a dash or a word is as good as an empty cell. */
function isSame(shown: string, issued: string | null): boolean {
  const figure = exactOf(shown)
  const wanted = issued === null ? undefined : exactOf(issued)
  if (!figure || !wanted) return issued === null ? figure === undefined : shown === issued
  return exactText(figure) === exactText(wanted)
}
