import { exact } from '../decimal-text.ts'
import { exactText, isZero, subtract } from '../exact.ts'
import type { MissingFact } from '../measures/points.ts'
import type { SortKey } from '../pack/awards.ts'
import type { Pack } from '../pack/pack.ts'
import type { Locale } from '../scoring/step-texts.ts'
import type { AwardList, Candidate } from './select-award.ts'

/** 为什么没评上: the one reason that stands between a unit and an award. */
export type WhyNot =
  | { readonly kind: 'awarded' }
  | { readonly kind: 'pending' }
  | { readonly kind: 'other-pool' }
  | { readonly kind: 'excluded'; readonly clause: string }
  | { readonly kind: 'vetoed'; readonly veto: string; readonly clause: string }
  | { readonly kind: 'not-eligible'; readonly indicators: readonly string[] }
  | { readonly kind: 'undecided'; readonly missing: readonly MissingFact[] }
  | { readonly kind: 'no-figure'; readonly title: string }
  | { readonly kind: 'below-minimum'; readonly title: string; readonly least: string }
  | { readonly kind: 'tied'; readonly with: readonly string[] }
  /** Behind the last winner in this key of the award's order, by so much. */
  | {
      readonly kind: 'behind'
      readonly place: number
      readonly last: string
      readonly key: SortKey
      readonly gap: string
    }

/** Why a unit did not get an award: what it lacks, what keeps it out, or that it did get it. */
export function whyNotAwarded(pack: Pack, list: AwardList, unit: string): WhyNot {
  const award = pack.awards.find(({ id }) => id === list.award)
  const candidate = list.candidates.find((each) => each.unit === unit)
  if (!award || !candidate) return { kind: 'other-pool' }
  const { standing } = candidate
  if (standing.kind === 'winner') return { kind: 'awarded' }
  if (standing.kind === 'at-the-line') return { kind: 'tied', with: list.tie.filter((other) => other !== unit) }
  if (standing.kind !== 'behind') return standing
  if (list.status === 'pending') return { kind: 'pending' }
  return behind(award.basis, list, candidate)
}

function behind(basis: readonly SortKey[], list: AwardList, candidate: Candidate): WhyNot {
  const ahead = list.candidates.filter(({ standing }) => standing.kind === 'winner' || standing.kind === 'at-the-line')
  const last = ahead.at(-1)
  for (const [at, key] of basis.entries()) {
    const gap = subtract(exact(last?.keys[at] ?? '0'), exact(candidate.keys[at] ?? '0'))
    if (last && !isZero(gap))
      return { kind: 'behind', place: candidate.place ?? 0, last: last.unit, key, gap: exactText(gap) }
  }
  return { kind: 'tied', with: list.tie.filter((other) => other !== candidate.unit) }
}

const KEYS: Readonly<Record<Locale, Readonly<Record<Exclude<SortKey['by'], 'figure' | 'judged'>, string>>>> = {
  'zh-CN': { total: '总分', points: '得分', completion: '完成率', actual: '完成数' },
  'en-US': { total: 'total', points: 'points', completion: 'completion', actual: 'actual' },
}

/** The reason in one sentence. `name` turns a unit's id into what people call it. */
export function renderWhyNot(pack: Pack, why: WhyNot, name: (unit: string) => string, locale: Locale): string {
  const chinese = locale === 'zh-CN'
  const titles = (ids: readonly string[]) =>
    ids.map((id) => pack.indicators.find((each) => each.id === id)?.title ?? id).join('、')
  switch (why.kind) {
    case 'awarded':
      return chinese ? '已评上' : 'awarded'
    case 'pending':
      return chinese ? '此奖项待下达，暂不评选' : 'this award is not handed down yet'
    case 'other-pool':
      return chinese ? '此奖项不在本单位所在的组别评选' : 'this award is not given in the pool of this unit'
    case 'excluded':
      return chinese ? `不参加此项评选（依据 ${why.clause}）` : `takes no part in this award (clause ${why.clause})`
    case 'vetoed': {
      const title = pack.vetoes.find(({ id }) => id === why.veto)?.title ?? why.veto
      return chinese
        ? `因“${title}”取消评选资格（依据 ${why.clause}）`
        : `barred by a finding: ${title} (clause ${why.clause})`
    }
    case 'not-eligible':
      if (why.indicators.length === 0) return chinese ? '没有承担任务，不参加评选' : 'not eligible: it has no task'
      return chinese ? `不符合评选范围：${titles(why.indicators)}` : `not eligible: ${titles(why.indicators)}`
    case 'undecided': {
      const keys = why.missing.map(({ key }) => key).join('、')
      return chinese ? `尚有数据不能判定：${keys}` : `cannot be judged yet: ${keys}`
    }
    case 'no-figure':
      return chinese ? `${why.title}不适用：没有可比的基数` : `no ${why.title}: there is no base to compare with`
    case 'below-minimum':
      return chinese ? `${why.title}不足 ${why.least}，不参评` : `not compared: less than ${why.least} of ${why.title}`
    case 'tied': {
      const others = why.with.map(name).join('、')
      return chinese ? `在末位与 ${others} 并列，待裁定` : `tied at the last place with ${others}; somebody must decide`
    }
    case 'behind': {
      const key = why.key.by === 'figure' || why.key.by === 'judged' ? why.key.title : KEYS[locale][why.key.by]
      return chinese
        ? `排第 ${why.place.toString()}，${key}比末位获奖单位${name(why.last)}差 ${why.gap}`
        : `place ${why.place.toString()}: ${why.gap} behind ${name(why.last)}, the last winner, in ${key}`
    }
  }
}
