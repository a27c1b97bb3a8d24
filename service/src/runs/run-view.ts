import type { Pack } from '@kaohe/shared-rules'
import { z } from 'zod'
import { boardRowSchema } from '../board/board.ts'
import type { Described } from '../contract/described.ts'
import { indicatorStatusSchema, packNameSchema, totalSchema } from '../contract/shapes/scores.ts'
import { verificationStateSchema } from '../verification/assess-unit.ts'
import { awardedLists, awardedSchema, budget, severalTimes, type Awarded } from './awarded.ts'
import { runStatusSchema, type AwardDecision, type Run, type RunInputs } from './run.ts'
import { shortfallSchema, shortfallsOf } from './shortfalls.ts'

/** What of a run a reader may see. The office sees all of it; units see the published result, and figures of their own only. */
export type Reader = { readonly kind: 'office' } | { readonly kind: 'unit'; readonly unit: string | null }

const runIndicatorSchema = z.strictObject({
  indicator: z.string(),
  status: indicatorStatusSchema,
  shown: z.string().nullable(),
  /** Left out where the figures are another unit's. */
  figures: z
    .strictObject({
      target: z.string().nullable(),
      reported: z.string().nullable(),
      verified: z.string().nullable(),
      actual: z.string().nullable(),
      completion: z.string().nullable(),
      verification: verificationStateSchema,
    })
    .exactOptional(),
})
export type RunIndicator = Described<typeof runIndicatorSchema>

export const runRowSchema = z
  .strictObject({
    rank: z.int().nullable(),
    unit: z.strictObject({
      id: z.string(),
      name: z.string(),
    }),
    total: totalSchema,
    indicators: z.array(runIndicatorSchema),
  })
  .meta({ id: 'RunRow' })
export type RunRow = Described<typeof runRowSchema>

export const runViewSchema = z
  .strictObject({
    number: z.string(),
    title: z.string(),
    window: z.string(),
    status: runStatusSchema,
    hash: z.string(),
    engine: z.string(),
    pack: packNameSchema,
    draftedAt: z.string(),
    signed: z
      .strictObject({
        decider: z.string().nullable(),
        document: z.string().nullable(),
        at: z.string(),
        seal: z.string().nullable(),
        as: z.enum(['leader', 'office']).nullable(),
      })
      .nullable(),
    publishedAt: z.string().nullable(),
    indicators: z.array(
      z.strictObject({
        id: z.string(),
        title: z.string(),
        unit: z.string(),
      }),
    ),
    pools: z.array(
      z.strictObject({
        pool: z.string(),
        title: z.string(),
        rows: z.array(runRowSchema),
      }),
    ),
    awards: z.array(awardedSchema),
    /** Units that win more than one award. */
    severalAwards: z.array(z.strictObject({ unit: z.string(), awards: z.array(z.string()) })),
    budget: z.strictObject({ now: z.string(), inCapitals: z.string(), least: z.string(), most: z.string() }),
    /** Tasks missed; of another unit only the office sees them. */
    shortfalls: z.array(shortfallSchema),
    /** 上报情况, for the office. */
    board: z.array(boardRowSchema),
  })
  .meta({ id: 'Run' })
export type RunView = Described<typeof runViewSchema>

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
