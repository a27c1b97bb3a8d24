import type { Award, Run } from '../../api/office.ts'
import type { TranslateOf } from '../../i18n/translate.ts'

/** Names of the units of a run by id. */
export function namesIn({ pools }: Pick<Run, 'pools'>): ReadonlyMap<string, string> {
  return new Map(pools.flatMap(({ rows }) => rows.map(({ unit }) => [unit.id, unit.name] as const)))
}

/** Units are tied across the last place, and there are places left that nobody gave to one of them. */
export function hasOpenTie({ tie, winners, count }: Pick<Award, 'tie' | 'winners' | 'count'>): boolean {
  return tie.length > 0 && winners.length < count
}

export const openTies = ({ awards }: Pick<Run, 'awards'>): number => awards.filter(hasOpenTie).length

/** With so many to win, who is in for sure and who is tied for the places left: by place, as the service will find it. */
export function atCount(
  { candidates }: Pick<Award, 'candidates'>,
  count: number,
): { readonly sure: readonly string[]; readonly tied: readonly string[] } {
  const compared = candidates.filter(({ place }) => place !== null)
  const last = compared[count - 1]?.place
  if (last === undefined || last === null || compared[count]?.place !== last) {
    return { sure: compared.slice(0, count).map(({ unit }) => unit), tied: [] }
  }
  return {
    sure: compared.filter(({ place }) => place !== null && place < last).map(({ unit }) => unit),
    tied: compared.filter(({ place }) => place === last).map(({ unit }) => unit),
  }
}

/** One thing that an award looks at, in the reader's words. */
export function basisText({ by, title, cap }: Award['basis'][number], t: TranslateOf<'office'>): string {
  return cap === null
    ? t(`runs.award.by.${by}`, { title: title ?? '' })
    : t('runs.award.by.capped', { title: title ?? '', cap })
}
