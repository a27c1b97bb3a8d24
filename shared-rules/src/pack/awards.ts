import { z } from 'zod'
import { amountText, numberText } from '../decimal-text.ts'
import { figureSchema } from '../figures/figure.ts'
import { clause, excludedUnit, identifier, label } from './identifier.ts'

const direction = z.enum(['high', 'low'])

/** One key of the order in which an award looks at units. Equal in one, the next decides. */
export const sortKeySchema = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('total'), best: direction }),
  z.strictObject({ by: z.literal('points'), indicator: identifier, best: direction }),
  z.strictObject({
    by: z.literal('completion'),
    indicator: identifier,
    best: direction,
    /** More than this counts as this, so that a very small task does not win by itself; left out, nothing is capped. */
    cap: numberText.optional(),
  }),
  z.strictObject({ by: z.literal('actual'), indicator: identifier, best: direction }),
  z.strictObject({
    by: z.literal('figure'),
    title: label,
    unit: z.string().max(20),
    figure: figureSchema,
    best: direction,
  }),
  /** What judges gave by a rubric. Until anybody has been judged for the award, `until` stands in for all. */
  z.strictObject({
    by: z.literal('judged'),
    title: label,
    rubric: identifier,
    until: z.strictObject({ title: label, unit: z.string().max(20), figure: figureSchema }),
    best: direction,
  }),
])
export type SortKey = Readonly<z.infer<typeof sortKeySchema>>

/** One list of winners. */
export const awardSchema = z.strictObject({
  id: identifier,
  title: label,
  lane: z.enum(['comprehensive', 'single', 'without-task']),
  clause,
  /** `pending` awards wait for a decision and are not selected. */
  status: z.enum(['issued', 'pending']),
  pools: z.array(identifier).min(1),
  /** Who may be looked at: `tasked` units with a target for every indicator named; `untasked` units without any of them; `any`. */
  eligible: z.strictObject({ who: z.enum(['tasked', 'untasked', 'any']), indicators: z.array(identifier) }),
  excluded: z.array(excludedUnit),
  /** Only units with at least so much of a figure are compared: one project begun of one signed is no record. */
  minimum: z.strictObject({ title: label, figure: figureSchema, value: numberText }).optional(),
  /** The bureau that lays down the rules of this award (细则). */
  owner: identifier.optional(),
  basis: z.array(sortKeySchema).min(1).max(6),
  /** How many; between the two somebody decides. */
  count: z.strictObject({ least: z.int().min(1).max(50), most: z.int().min(1).max(50), decider: label }),
  /** Equal in every key at the last place: all of them, none of them, or a person decides. */
  boundaryTie: z.enum(['all', 'none', 'decide']),
  prize: z.strictObject({ value: numberText, unit: z.string().max(20), per: z.enum(['winner', 'award']) }),
})
export type Award = Readonly<z.infer<typeof awardSchema>>

/** The fact under which the judges' score of a unit for an award stands in `facts.actuals`. */
export const judgedKey = (award: string): string => `judged.${award}`

/** 评分细则: what judges give points for, and how several judges' points become one score. */
export const rubricSchema = z.strictObject({
  id: identifier,
  title: label,
  clause,
  criteria: z
    .array(z.strictObject({ id: identifier, title: label, most: amountText }))
    .min(1)
    .max(20),
  /** The mean of all judges' sums, or of those left without the highest and the lowest. */
  combine: z.enum(['mean', 'drop-extremes']),
  /** Fewer judges than these give no score. */
  judges: z.int().min(1).max(50),
  /** Places of the score, half up. */
  places: z.int().min(0).max(6),
})
export type Rubric = Readonly<z.infer<typeof rubricSchema>>

/** 一票否决: a status with evidence and decider, never a number. Points stay readable. */
export const vetoSchema = z.strictObject({
  id: identifier,
  title: label,
  /** The flag of `facts.flags` that records the finding. */
  flag: identifier,
  effect: z.enum(['no-award', 'no-rank', 'note-only']),
  /** The awards it bars; empty bars all. */
  awards: z.array(identifier),
  decider: label,
  evidence: label,
  clause,
})
export type Veto = Readonly<z.infer<typeof vetoSchema>>
