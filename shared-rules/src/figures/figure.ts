import { z } from 'zod'
import type { Exact } from '../exact.ts'
import type { UnitFacts } from '../facts.ts'
import type { Undecided, WithoutTask } from '../measures/points.ts'
import {
  constant,
  constantSchema,
  difference,
  differenceSchema,
  flag,
  flagSchema,
  ratioOf,
  ratioSchema,
  scaled,
  scaledSchema,
  total,
  totalSchema,
  type Difference,
  type Ratio,
  type Scaled,
  type Total,
} from './arithmetic.ts'
import { growth, growthSchema, type Growth } from './growth.ts'
import { count, countSchema, sum, sumSchema } from './ledger-figures.ts'
import { issued, issuedSchema, reported, reportedSchema } from './reported.ts'

const plain = [reportedSchema, countSchema, sumSchema, issuedSchema, constantSchema, flagSchema] as const

type Plain = Readonly<z.infer<(typeof plain)[number]>>
type Composed = Growth | Total | Difference | Ratio | Scaled

/** Where a number comes from: reported, counted or summed in a ledger, or worked out from such figures. */
export type Figure = Plain | Composed

export const figureSchema: z.ZodType<Figure> = z.lazy(() =>
  z.discriminatedUnion('kind', [
    ...plain,
    growthSchema(figureSchema),
    totalSchema(figureSchema),
    differenceSchema(figureSchema),
    ratioSchema(figureSchema),
    scaledSchema(figureSchema),
  ]),
)

/** The figure of one unit, what is missing for it, or that nothing was asked. */
export type FigureReader = (facts: UnitFacts) => Exact | Undecided | WithoutTask

type Readers = {
  readonly [K in Figure['kind']]: (
    figure: Extract<Figure, { kind: K }>,
    read: (figure: Figure) => FigureReader,
  ) => FigureReader
}

/** One entry for each kind of figure; the compiler refuses a kind without its function. */
const readers: Readers = {
  reported,
  count,
  sum,
  target: issued,
  constant,
  flag,
  growth,
  total,
  difference,
  ratio: ratioOf,
  scaled,
}

export function figureReader(figure: Figure): FigureReader {
  // A kind and its own reader: the table above is typed so, an index by the union cannot be.
  const prepare = readers[figure.kind] as (figure: Figure, read: (figure: Figure) => FigureReader) => FigureReader
  return prepare(figure, figureReader)
}
