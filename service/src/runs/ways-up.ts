import { waysUp, type Pack, type WaysUp } from '@kaohe/shared-rules'
import type { Run } from './run.ts'

/** 进位测算 of one unit, by the figures frozen in a run and the totals of its pool; null for a unit that is not in it. */
export function unitWaysUp(pack: Pack, run: Run, id: string, rank?: number): WaysUp | null {
  const facts = run.inputs.units.find(({ unit }) => unit.id === id)?.facts
  if (!facts) return null
  const { pool } = facts
  if (pool === null) return { kind: 'unranked' }
  return waysUp(
    pack,
    pool,
    run.result.units.filter((unit) => unit.pool === pool),
    facts,
    rank,
  )
}
