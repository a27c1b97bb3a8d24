import type { Pack } from '@kaohe/shared-rules'
import type { BoardRow } from '../board/board.ts'
import { awardedLists, budget, severalTimes, type Awarded } from './awarded.ts'
import type { AwardDecision, Run, RunInputs } from './run.ts'
import { shortfallsOf, type Shortfall } from './shortfalls.ts'

/** What of a run a reader may see. The office sees all of it; units see the published result, and figures of their own only. */
export type Reader = { readonly kind: 'office' } | { readonly kind: 'unit'; readonly unit: string | null }

export interface RunIndicator {
  readonly indicator: string
  readonly status: string
  readonly shown: string | null
  /** Left out where the figures are another unit's. */
  readonly figures?: {
    readonly target: string | null
    readonly reported: string | null
    readonly verified: string | null
    readonly actual: string | null
    readonly completion: string | null
    readonly verification: string
  }
}

export interface RunRow {
  readonly rank: number | null
  readonly unit: { readonly id: string; readonly name: string }
  readonly total: Run['result']['units'][number]['total']
  readonly indicators: readonly RunIndicator[]
}

export interface RunView {
  readonly number: string
  readonly title: string
  readonly window: string
  readonly status: Run['status']
  readonly hash: string
  readonly engine: string
  readonly pack: Run['result']['pack']
  readonly draftedAt: string
  readonly signed: {
    readonly decider: string | null
    readonly document: string | null
    readonly at: string
    readonly seal: string | null
    readonly as: Run['signedAs']
  } | null
  readonly publishedAt: string | null
  readonly indicators: readonly { readonly id: string; readonly title: string; readonly unit: string }[]
  readonly pools: readonly { readonly pool: string; readonly title: string; readonly rows: readonly RunRow[] }[]
  readonly awards: readonly Awarded[]
  /** Units that win more than one award. */
  readonly severalAwards: ReturnType<typeof severalTimes>
  readonly budget: ReturnType<typeof budget>
  /** Tasks missed; of another unit only the office sees them. */
  readonly shortfalls: readonly Shortfall[]
  /** 上报情况, for the office. */
  readonly board: readonly BoardRow[]
}

/** A run as this reader may see it. */
export function runView(pack: Pack, run: Run, decisions: readonly AwardDecision[], reader: Reader): RunView {
  const isOffice = reader.kind === 'office'
  const mayRead = (unit: string) => isOffice || reader.unit === unit
  const awards = awardedLists(pack, run, decisions).map((list) => forReader(list, mayRead))
  return {
    number: run.number,
    title: run.title,
    window: run.window,
    status: run.status,
    hash: run.hash,
    engine: run.engine,
    pack: run.result.pack,
    draftedAt: run.draftedAt,
    signed:
      run.signedAt === null
        ? null
        : { decider: run.decider, document: run.document, at: run.signedAt, seal: run.seal, as: run.signedAs },
    publishedAt: run.publishedAt,
    indicators: pack.indicators.map(({ id, title, unit }) => ({ id, title, unit })),
    pools: run.result.rankings.map(({ pool }) => ({
      pool,
      title: pack.pools.find(({ id }) => id === pool)?.title ?? pool,
      rows: rowsOf(run, pool, mayRead),
    })),
    awards,
    severalAwards: severalTimes(awards),
    budget: budget(pack, awards),
    shortfalls: shortfallsOf(pack, run).filter(({ unit }) => mayRead(unit)),
    board: isOffice ? run.inputs.board : [],
  }
}

/** The run without what there is of each unit. Its rankings can be had page by page, all of it as tables. */
export const withoutRows = (view: RunView): RunView => ({
  ...view,
  pools: view.pools.map((pool) => ({ ...pool, rows: [] })),
  shortfalls: [],
  board: [],
})

/** The ranking of one pool, with the figures of those units that may be read. */
export function rowsOf(run: Run, pool: string, mayRead: (unit: string) => boolean): readonly RunRow[] {
  const results = new Map(run.result.units.map((result) => [result.unit, result]))
  const inputs = new Map(run.inputs.units.map((input) => [input.unit.id, input]))
  const ranked = run.result.rankings.find((ranking) => ranking.pool === pool)?.units ?? []
  return ranked.flatMap((id) => {
    const [result, input] = [results.get(id), inputs.get(id)]
    return result && input ? [rowOf(result, input, mayRead(id))] : []
  })
}

function rowOf(
  result: Run['result']['units'][number],
  input: RunInputs['units'][number],
  withFigures: boolean,
): RunRow {
  const indicators = result.indicators.map((one, at): RunIndicator => {
    const { indicator, status, shown, target, actual, completion } = one
    if (!withFigures) return { indicator, status, shown }
    const known = input.indicators[at]
    const { reported = null, verified = null, state = 'not-applicable' } = known ?? {}
    return {
      indicator,
      status,
      shown,
      figures: { target, reported, verified, actual, completion, verification: state },
    }
  })
  return { rank: result.rank, unit: input.unit, total: result.total, indicators }
}

/** What another unit's place goes by, and which cell of it could not be read, is that unit's business. */
function forReader(list: Awarded, mayRead: (unit: string) => boolean): Awarded {
  return {
    ...list,
    candidates: list.candidates.map((candidate) => {
      const { unit, standing } = candidate
      if (mayRead(unit)) return candidate
      return {
        ...candidate,
        keys: [],
        standing: standing.kind === 'undecided' ? { ...standing, missing: [] } : standing,
      }
    }),
  }
}
