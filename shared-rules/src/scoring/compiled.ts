import { exact } from '../decimal-text.ts'
import type { Exact } from '../exact.ts'
import { figureReader, type FigureReader } from '../figures/figure.ts'
import { runnerOf } from '../measures/measure.ts'
import type { Runner } from '../measures/situation.ts'
import type { Indicator } from '../pack/indicator.ts'
import type { Pack } from '../pack/pack.ts'
import { conventionsOf, noTaskConventions, type Convention } from './conventions.ts'
import { inputsReader, type InputsReader } from './inputs.ts'
import { targetReader, type TargetReader } from './target-reader.ts'

export interface CompiledIndicator {
  readonly indicator: Indicator
  readonly weights: ReadonlyMap<string | null, Exact>
  readonly excluded: ReadonlyMap<string, string>
  readonly readTarget: TargetReader
  readonly readActual: FigureReader
  readonly runner: Runner | null
  /** What scores a unit without a task, where the pack gives it a measure of its own. */
  readonly bonus: Runner | null
  readonly readInputs: InputsReader
  /** For a unit that is measured, and for one without a task. */
  readonly conventions: readonly Convention[]
  readonly noTaskConventions: readonly Convention[]
}

/** A pack with every figure read once. */
export interface Compiled {
  readonly pack: Pack
  readonly indicators: readonly CompiledIndicator[]
  readonly fullMarks: ReadonlyMap<string | null, Exact>
  readonly least: Exact | null
  readonly most: Exact | null
}

/** Packs are values and never change, so each is compiled once for as long as it lives. */
const compiledPacks = new WeakMap<Pack, Compiled>()

export function compiled(pack: Pack): Compiled {
  const known = compiledPacks.get(pack)
  if (known) return known
  const { least, most } = pack.scoring.bounds
  const fresh: Compiled = {
    pack,
    indicators: pack.indicators.map((indicator) => compileIndicator(indicator, pack)),
    fullMarks: new Map(pack.pools.map(({ id, fullMark }) => [id, exact(fullMark)])),
    least: least === null ? null : exact(least),
    most: most === null ? null : exact(most),
  }
  compiledPacks.set(pack, fresh)
  return fresh
}

function compileIndicator(indicator: Indicator, pack: Pack): CompiledIndicator {
  const { measure, noTask } = indicator
  return {
    indicator,
    weights: new Map(Object.entries(indicator.weights).map(([pool, weight]) => [pool, exact(weight)])),
    excluded: new Map(indicator.excluded.map(({ unit, clause }) => [unit, clause])),
    readTarget: targetReader(indicator.target, indicator.asked),
    readActual: figureReader(indicator.actual),
    runner: measure && runnerOf(measure, pack),
    bonus: typeof noTask === 'object' ? runnerOf(noTask.measure, pack) : null,
    readInputs: inputsReader(indicator),
    conventions: conventionsOf(indicator, pack),
    noTaskConventions: noTaskConventions(indicator, pack),
  }
}
