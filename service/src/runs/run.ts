import { assess, fingerprint, packHash, type Assessment, type Pack, type UnitFacts } from '@kaohe/shared-rules'
import { z } from 'zod'
import type { BoardRow } from '../board/board.ts'
import type { Described } from '../contract/described.ts'
import type { RankedUnit } from '../rankings/ranking.ts'

/** All that a run is computed from besides the pack, as it stood when the run was drafted. Stored with it and never changed. */
export interface RunInputs {
  readonly window: string
  /** Last day of the window. */
  readonly asOf: string
  /** Number of the issue of targets that the facts hold: the one in force on the window's last day; 0 where there was none. */
  readonly targets: number
  readonly units: readonly (RankedUnit & {
    /** Numbers of the reports that count. */
    readonly reports: readonly string[]
  })[]
  /** 上报情况 at that time. */
  readonly board: readonly BoardRow[]
}

export const runStatusSchema = z.enum(['draft', 'signed', 'published'])
type RunStatus = z.infer<typeof runStatusSchema>

/** A numbered run as it is kept. */
export interface Run {
  /** `2019-R01`. */
  readonly number: string
  readonly window: string
  readonly title: string
  readonly pack: string
  readonly engine: string
  readonly inputs: RunInputs
  readonly result: Assessment
  readonly hash: string
  readonly draftedBy: string
  readonly draftedAt: string
  readonly status: RunStatus
  readonly decider: string | null
  readonly document: string | null
  /** Fingerprint of the run and of what was decided about its awards, at the signature. */
  readonly seal: string | null
  readonly signedAt: string | null
  /** `leader`: signed by an account of the leading group; `office`: the office entered who signed which document. */
  readonly signedAs: 'leader' | 'office' | null
  readonly publishedAt: string | null
}

/** How many win an award, and who of those tied at the line; the latest counts. */
export const awardDecisionSchema = z.strictObject({
  award: z.string(),
  count: z.int(),
  chosen: z.array(z.string()),
  decider: z.string(),
  reason: z.string(),
  at: z.string(),
})
export type AwardDecision = Described<typeof awardDecisionSchema>

/** Scores, ranks and selects from frozen inputs. The same inputs and pack give the same hash, in whatever year. */
export function execute(
  pack: Pack,
  engine: string,
  inputs: RunInputs,
): { readonly result: Assessment; readonly hash: string } {
  const units: UnitFacts[] = inputs.units.map(({ facts }) => facts)
  const result = assess(pack, { asOf: inputs.asOf, units })
  return { result, hash: hashOf({ engine, pack: packHash(pack), inputs, result }) }
}

/** Fingerprint of all that a run holds. */
export const hashOf = ({ engine, pack, inputs, result }: Pick<Run, 'engine' | 'pack' | 'inputs' | 'result'>): string =>
  fingerprint({ engine, pack, inputs: fingerprint(inputs), result: fingerprint(result) })

export const sealOf = (run: Pick<Run, 'hash'>, awards: readonly AwardDecision[]): string =>
  fingerprint({ run: run.hash, awards })
