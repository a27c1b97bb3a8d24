import { exact } from '../../decimal-text.ts'
import { compare, exactText, multiply, type Exact } from '../../exact.ts'
import type { DayBound, FigureBound } from '../bound.ts'
import { dayOf, failed, figureOf, notApplicable, passed, textOf, titleOf, undecided } from './row.ts'
import type { Finding, Row } from './row.ts'

/** Holds each column's figure against the bound. An empty side is nobody's fault here: nothing to compare. */
export function figuresAgainst(
  columns: readonly string[],
  bound: FigureBound,
  row: Row,
  accepts: (difference: number) => boolean,
): readonly Finding[] {
  const other = 'column' in bound ? bound.column : undefined
  return sides(columns, other, row, figureOf, boundFigure(bound, row), compare, exactText, accepts)
}

/** Holds each column's day against the bound, likewise. */
export function daysAgainst(
  columns: readonly string[],
  bound: DayBound,
  row: Row,
  accepts: (difference: number) => boolean,
): readonly Finding[] {
  const other = 'column' in bound ? bound.column : undefined
  const limit = 'column' in bound ? dayOf(row.cells, bound.column) : 'day' in bound ? bound.day : row.lastDay
  return sides(columns, other, row, dayOf, limit, compareDays, (day) => day, accepts)
}

/** The figure a bound stands for in this row; null when there is none, undefined when it cannot be read. */
export function boundFigure(bound: FigureBound, row: Row): Exact | null | undefined {
  if ('value' in bound) return exact(bound.value)
  if ('column' in bound) return figureOf(row.cells, bound.column)
  const target = figureOf(row.targets, bound.target)
  return target && multiply(target, exact(bound.times))
}

const compareDays = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

function sides<T>(
  columns: readonly string[],
  other: string | undefined,
  row: Row,
  read: (cells: Row['cells'], column: string) => T | null | undefined,
  limit: T | null | undefined,
  difference: (a: T, b: T) => number,
  write: (value: T) => string,
  accepts: (difference: number) => boolean,
): readonly Finding[] {
  return columns.map((column) => {
    const places = other === undefined ? [column] : [column, other]
    const value = read(row.cells, column)
    if (value === null || limit === null) return { columns: places, outcome: notApplicable }
    const missing = [
      value === undefined ? [column] : [],
      limit === undefined && other !== undefined ? [other] : [],
    ].flat()
    if (value === undefined || limit === undefined) return { columns: places, outcome: undecided(...missing) }
    if (accepts(difference(value, limit))) return { columns: places, outcome: passed }
    const values = {
      value: textOf(row.cells, column),
      bound: write(limit),
      other: other === undefined ? '' : titleOf(row.columns, other),
    }
    return { columns: places, outcome: failed(values) }
  })
}
