import { exact } from '../decimal-text.ts'
import type { Exact } from '../exact.ts'
import type { Runner } from '../measures/situation.ts'
import { runnerOf } from '../measures/measure.ts'
import { figureReader, type FigureReader } from '../pack/figure.ts'
import type { Indicator } from '../pack/indicator.ts'
import type { Pack } from '../pack/pack.ts'

export interface CompiledIndicator {
  readonly indicator: Indicator
  readonly weights: ReadonlyMap<string, Exact>
  readonly excluded: ReadonlyMap<string, string>
  readonly read: FigureReader
  readonly run: Runner | null
}

/** A pack with every figure read once. */
export interface Compiled {
  readonly pack: Pack
  readonly indicators: readonly CompiledIndicator[]
  readonly fullMarks: ReadonlyMap<string, Exact>
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
  return {
    indicator,
    weights: new Map(Object.entries(indicator.weights).map(([pool, weight]) => [pool, exact(weight)])),
    excluded: new Map(indicator.excluded.map(({ unit, clause }) => [unit, clause])),
    read: figureReader(indicator.actual),
    run: indicator.measure && runnerOf(indicator.measure, pack),
  }
}
