import { expect } from 'vitest'
import type { RunView } from '../runs/run-view.ts'
import { pointsOf, twoPlaces, type TownFigures } from '../testing/half-year-oracle.ts'
import { reported, settled, supplied, targets, towns, type Part } from './year-figures.ts'

const rowsOf = ({ pools }: RunView) => pools.find(({ pool }) => pool === 'town')?.rows ?? []

/** Every figure of a run against the oracle: points of each indicator, totals, ranks; whoever did not report is without both. */
export function expectAsByHand(run: RunView, part: Part): void {
  const byHand = towns.map((unit) => {
    const figures: TownFigures = { unit, ...settled[unit][part], investment: supplied(reported[unit][part].investment) }
    return { unit, ...pointsOf(figures, targets[unit]) }
  })
  for (const { unit, points, total } of byHand) {
    const row = rowsOf(run).find((one) => one.unit.id === unit)
    const shown = row?.indicators.flatMap(({ indicator, shown: value }) =>
      points.has(indicator) ? [[indicator, value]] : [],
    )
    expect(shown, unit).toEqual([...points].map(([indicator, each]) => [indicator, twoPlaces(each)]))
    expect(row?.total, unit).toMatchObject({ kind: 'total', shown: twoPlaces(total) })
    expect(row?.rank, unit).toBe(byHand.filter((other) => other.total > total).length + 1)
  }
  const others = rowsOf(run).filter(({ unit }) => !towns.some((town) => town === unit.id))
  expect(others.map(({ rank, total }) => [rank, total.kind])).toEqual(others.map(() => [null, 'withheld']))
}
