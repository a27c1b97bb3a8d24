import { exact } from '../decimal-text.ts'
import { compare, isPositive } from '../exact.ts'
import type { Basis } from '../measures/basis.ts'
import type { Measure } from '../measures/measure.ts'
import { pathText, type Fault } from './fault.ts'

export type Path = readonly PropertyKey[]

/** A measure and all measures inside it, each with its path. */
export function* measuresIn(measure: Measure, path: Path): Generator<readonly [Measure, Path]> {
  yield [measure, path]
  switch (measure.kind) {
    case 'gate':
      yield* measuresIn(measure.met, [...path, 'met'])
      yield* measuresIn(measure.unmet, [...path, 'unmet'])
      return
    case 'by-size':
      yield* measuresIn(measure.below, [...path, 'below'])
      for (const [at, band] of measure.bands.entries())
        yield* measuresIn(band.measure, [...path, 'bands', at, 'measure'])
      return
    case 'combined':
      for (const [at, part] of measure.parts.entries())
        yield* measuresIn(part.measure, [...path, 'parts', at, 'measure'])
      return
    case 'against':
      yield* measuresIn(measure.measure, [...path, 'measure'])
      return
    default:
  }
}

/** What a schema cannot say of a measure: bounds in order, steps with a width, references that lead somewhere. */
export function measureFaults(measure: Measure, path: Path, sizeTierIds: readonly string[]): readonly Fault[] {
  return [...measuresIn(measure, path)].flatMap(([each, at]) => ownFaults(each, at, sizeTierIds))
}

function ownFaults(measure: Measure, path: Path, sizeTierIds: readonly string[]): readonly Fault[] {
  switch (measure.kind) {
    case 'linear':
      return measure.cap !== null && measure.floor !== null && compare(exact(measure.floor), exact(measure.cap)) > 0
        ? [{ path: pathText([...path, 'floor']), message: '保底高于封顶：请改小保底或改大封顶' }]
        : []
    case 'stepper':
      return [
        measure.above && positive(measure.above.per, [...path, 'above', 'per']),
        measure.below && positive(measure.below.per, [...path, 'below', 'per']),
      ].flatMap((faults) => faults ?? [])
    case 'bands':
      return [
        ...bandFaults(measure.above, [...path, 'above']),
        ...(measure.below === 'mirror' ? [] : bandFaults(measure.below, [...path, 'below'])),
      ]
    case 'table':
      return risingFaults(measure.rows, [...path, 'rows'], 'from')
    case 'by-size':
      return risingFaults(measure.bands, [...path, 'bands'], 'from')
    case 'anchors':
      return risingFaults(
        measure.points.map(({ at }) => ({ from: at })),
        [...path, 'points'],
        'at',
      )
    case 'per-item':
      return measure.each.flatMap((part, at) => {
        if (part.kind === 'slope') return positive(part.per, [...path, 'each', at, 'per'])
        if (part.kind !== 'tier' || sizeTierIds.includes(part.tiers)) return []
        return [
          {
            path: pathText([...path, 'each', at, 'tiers']),
            message: `没有这个分档表 "${part.tiers}"：请在 sizeTiers 中补上，或改用已有的`,
          },
        ]
      })
    default:
      return []
  }
}

const bandFaults = (bands: readonly { readonly width: string | null }[], path: Path): readonly Fault[] =>
  bands.flatMap(({ width }, at) => {
    if (width !== null) return positive(width, [...path, at, 'width'])
    return at === bands.length - 1
      ? []
      : [{ path: pathText([...path, at, 'width']), message: '只有最后一段可以不限宽度：请写出宽度' }]
  })

export function positive(text: string, path: Path): readonly Fault[] {
  return isPositive(exact(text)) ? [] : [{ path: pathText(path), message: `须大于 0，现为 "${text}"：请改写` }]
}

export function risingFaults(rows: readonly { readonly from: string }[], path: Path, key: string): readonly Fault[] {
  return rows.flatMap(({ from }, at) => {
    const before = rows[at - 1]
    if (!before || compare(exact(before.from), exact(from)) < 0) return []
    return [
      { path: pathText([...path, at, key]), message: `起点 "${from}" 不高于上一档 "${before.from}"：请按由低到高排列` },
    ]
  })
}

const basesOf = (measure: Measure): readonly Basis[] => {
  switch (measure.kind) {
    case 'linear':
    case 'bands':
    case 'table':
    case 'anchors':
    case 'min-max':
    case 'rank':
    case 'against':
      return [measure.basis]
    case 'stepper':
      return [measure.above, measure.below].flatMap((side) => (side ? [side.basis] : []))
    case 'gate':
      return 'basis' in measure.of ? [measure.of.basis] : []
    default:
      return []
  }
}

/** Whether a measure looks at the indicator's target; parts with a target of their own, and what is compared with a group, do not. */
export function needsTarget(measure: Measure): boolean {
  if (measure.kind === 'combined')
    return measure.parts.some((part) => part.target === 'same' && needsTarget(part.measure))
  if (measure.kind === 'gate' && (needsTarget(measure.met) || needsTarget(measure.unmet))) return true
  if (measure.kind === 'by-size') {
    if (measure.of === 'target' || [measure.below, ...measure.bands.map((band) => band.measure)].some(needsTarget))
      return true
  }
  return basesOf(measure).some((basis) => basis !== 'actual')
}
