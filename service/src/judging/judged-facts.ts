import { judgedKey, type UnitFacts } from '@kaohe/shared-rules'
import type { Panel } from './store.ts'

/** A unit's facts with what judges gave it, from the panels that count. */
export function withJudgement(facts: UnitFacts, panels: readonly Panel[]): UnitFacts {
  const given = panels.flatMap(({ number, award, scores, judges }) => {
    const score = scores?.[facts.id]
    const origin = { status: 'verified', place: `评分组 ${number}`, by: judges.join('、').slice(0, 200) } as const
    return score === undefined ? [] : [{ key: judgedKey(award), score, origin }]
  })
  if (given.length === 0) return facts
  return {
    ...facts,
    actuals: { ...facts.actuals, ...Object.fromEntries(given.map(({ key, score }) => [key, score])) },
    origins: { ...facts.origins, ...Object.fromEntries(given.map(({ key, origin }) => [`actuals.${key}`, origin])) },
  }
}
