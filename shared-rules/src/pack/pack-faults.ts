import { checkFaults } from '../checks/check-faults.ts'
import { exact } from '../decimal-text.ts'
import { add, compare, exactText, zero } from '../exact.ts'
import { isRelative } from '../measures/measure.ts'
import { activityFaults } from './activity.ts'
import { pathText, type Fault } from './fault.ts'
import { formFaults } from './form-faults.ts'
import type { Indicator } from './indicator.ts'
import { libraryFaults } from './library-faults.ts'
import { measureFaults, needsTarget, positive, risingFaults, type Path } from './measure-faults.ts'
import type { PackParts } from './pack-parts.ts'

/** What the parts of a pack must be to each other. Parts that did not pass the schema are left out, their ids are not. */
export function packFaults(parts: PackParts): readonly Fault[] {
  const { ids } = parts
  return [
    ...Object.entries(ids).flatMap(([section, list]) => repeated(list, [section])),
    ...parts.indicators.flatMap(([indicator, at]) => indicatorFaults(indicator, ['indicators', at], ids)),
    ...parts.pools.flatMap(([pool, at]) => weightFaults(pool, ['pools', at], parts)),
    ...parts.sizeTiers.flatMap(([tiers, at]) => tierFaults(tiers, ['sizeTiers', at])),
    ...parts.awards.flatMap(([award, at]) => awardFaults(award, ['awards', at], ids)),
    ...parts.vetoes.flatMap(([veto, at]) =>
      veto.awards.flatMap((id, place) => known(id, ids.awards, ['vetoes', at, 'awards', place], '奖项')),
    ),
    ...parts.forms.flatMap(([form, at]) => formFaults(form, ['forms', at], wholeIndicators(parts))),
    ...checksFaults(parts),
    ...libraryFaults(parts.forms),
    ...parts.activities.flatMap(([activity, at]) => activityFaults(activity, ['activities', at], wholeWindows(parts))),
    ...parts.windows.flatMap(([window, at]) => windowFaults(window, ['calendar', 'windows', at])),
  ]
}

/** Checks point into forms by name, so both must be whole. */
function checksFaults({ checks, forms, complete }: PackParts): readonly Fault[] {
  if (!complete.checks || !complete.forms) return []
  return checkFaults(
    checks.map(([check]) => check),
    forms.map(([form]) => form),
  )
}

const wholeWindows = ({ windows, complete }: PackParts): readonly string[] | null =>
  complete.windows ? windows.map(([{ id }]) => id) : null

/** The indicators, or null while some of them cannot be read: one of those may be the one that is looked for. */
function wholeIndicators({ indicators, complete }: PackParts): readonly Indicator[] | null {
  return complete.indicators ? indicators.map(([indicator]) => indicator) : null
}

function repeated(list: readonly string[], path: Path): readonly Fault[] {
  return list.flatMap((id, at) =>
    id !== '' && list.indexOf(id) < at
      ? [{ path: pathText([...path, at, 'id']), message: `标识 "${id}" 重复：请改名，每个标识只用一次` }]
      : [],
  )
}

function known(id: string, ids: readonly string[], path: Path, what: string): readonly Fault[] {
  return ids.includes(id) ? [] : [{ path: pathText(path), message: `没有标识为 "${id}" 的${what}：请改正，或先补上它` }]
}

function indicatorFaults(indicator: Indicator, path: Path, ids: PackParts['ids']): readonly Fault[] {
  const { measure, weights, status, scope, noTask, target } = indicator
  const faults: Fault[] = []
  const fault = (key: string, message: string) => faults.push({ path: pathText([...path, key]), message })
  const given = Object.keys(weights)
  if (status === 'pending' && given.length > 0) fault('weights', '待下达的指标不得有权重：请清空，下达后再填')
  if (status === 'pending' && measure !== null) fault('measure', '待下达的指标不得有计分办法：请改为 null，下达后再填')
  if (status === 'issued' && given.length === 0)
    fault('weights', '已下达的指标没有权重：请按组别写出，只加减分的写 "0"')
  if (status === 'issued' && measure === null) fault('measure', '已下达的指标没有计分办法：请写出 measure')
  for (const pool of given) faults.push(...known(pool, ids.pools, [...path, 'weights', pool], '组别'))
  if (!measure) return faults
  faults.push(...measureFaults(measure, [...path, 'measure'], ids.sizeTiers))
  if (typeof noTask === 'object')
    faults.push(...measureFaults(noTask.measure, [...path, 'noTask', 'measure'], ids.sizeTiers))
  const depends = isRelative(measure) || noTask === 'group-mean'
  if (depends !== (scope === 'relative'))
    fault('scope', depends ? '得分取决于其他单位：请改为 "relative"' : '得分只取决于本单位：请改为 "own-data"')
  if (target === null && needsTarget(measure))
    fault('target', '计分办法要用任务数，这里却没有：请写出任务的键，或把 basis 改为 "actual"')
  return faults
}

/** The weights of a pool add up to its full mark; a weight of 0 is only added or taken off. */
function weightFaults(
  { id, fullMark }: { id: string; fullMark: string },
  path: Path,
  { indicators, complete }: PackParts,
): readonly Fault[] {
  if (!complete.indicators) return []
  const sum = indicators.reduce((total, [{ weights }]) => {
    const weight = Object.hasOwn(weights, id) ? weights[id] : undefined
    return weight === undefined ? total : add(total, exact(weight))
  }, zero)
  if (compare(sum, exact(fullMark)) === 0) return []
  return [
    {
      path: pathText([...path, 'fullMark']),
      message: `各指标权重合计 ${exactText(sum)}，与满分 ${fullMark} 不符：请调整权重或满分`,
    },
  ]
}

function tierFaults({ tiers, beyond }: PackParts['sizeTiers'][number][0], path: Path): readonly Fault[] {
  const falling = tiers.flatMap(({ points }, at) => {
    const before = tiers[at - 1]?.points
    if (before === undefined || !isFalling(before, points)) return []
    return [
      { path: pathText([...path, 'tiers', at, 'points']), message: '分值低于上一档：规模越大分值不得越低，请改写' },
    ]
  })
  return [
    ...risingFaults(tiers, [...path, 'tiers'], 'from'),
    ...falling,
    ...(beyond ? positive(beyond.per, [...path, 'beyond', 'per']) : []),
  ]
}

type TierPoints = string | Readonly<Record<string, string>>

function isFalling(before: TierPoints, after: TierPoints): boolean {
  const pools = [before, after].flatMap((points) => (typeof points === 'string' ? [] : Object.keys(points)))
  const of = (points: TierPoints, pool: string) => exact(typeof points === 'string' ? points : (points[pool] ?? '0'))
  return (pools.length === 0 ? [''] : pools).some((pool) => compare(of(before, pool), of(after, pool)) > 0)
}

function awardFaults(award: PackParts['awards'][number][0], path: Path, ids: PackParts['ids']): readonly Fault[] {
  const { count, pools, eligible, basis } = award
  return [
    ...(count.least > count.most
      ? [{ path: pathText([...path, 'count', 'least']), message: '最少名额多于最多名额：请改写' }]
      : []),
    ...pools.flatMap((pool, at) => known(pool, ids.pools, [...path, 'pools', at], '组别')),
    ...eligible.indicators.flatMap((id, at) =>
      known(id, ids.indicators, [...path, 'eligible', 'indicators', at], '指标'),
    ),
    ...basis.flatMap((key, at) =>
      'indicator' in key
        ? known(key.indicator, ids.indicators, [...path, 'basis', at, 'indicator'], '指标')
        : 'rubric' in key
          ? known(key.rubric, ids.rubrics, [...path, 'basis', at, 'rubric'], '评分细则')
          : [],
    ),
  ]
}

function windowFaults({ start, end, due }: PackParts['windows'][number][0], path: Path): readonly Fault[] {
  if (end < start) return [{ path: pathText([...path, 'end']), message: `截止日 ${end} 早于起始日 ${start}：请改写` }]
  if (due.slice(0, 10) < end) return [{ path: pathText([...path, 'due']), message: `报送期限早于期末 ${end}：请改写` }]
  return []
}
