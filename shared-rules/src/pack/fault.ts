import type { z } from 'zod'

/** A place in a pack, what is wrong there, and what would pass. */
export interface Fault {
  /** `indicators.2.measure.cap`. */
  readonly path: string
  readonly message: string
}

export const pathText = (path: readonly PropertyKey[]): string => (path.length === 0 ? '（整体）' : path.join('.'))

type Issue = z.core.$ZodIssue

/** The faults behind zod's issues, in Chinese, one for each place. */
export function faultsOf(issues: readonly Issue[], json: unknown, at: readonly PropertyKey[] = []): readonly Fault[] {
  return issues.flatMap((issue) => faultsOfIssue(issue, json, [...at, ...issue.path]))
}

function faultsOfIssue(issue: Issue, json: unknown, path: readonly PropertyKey[]): readonly Fault[] {
  const value = valueAt(json, path)
  const fault = (message: string): readonly Fault[] => [{ path: pathText(path), message }]
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({ path: pathText([...path, key]), message: '没有这个字段：请删去，或改正拼写' }))
    case 'invalid_type':
      if (value === undefined) return fault(`缺少这一项：请补上，应为${typeName(issue.expected)}`)
      return fault(`应为${typeName(issue.expected)}，现为 ${shown(value)}：请改写`)
    case 'invalid_value':
      return fault(`取值 ${shown(value)} 不可用：请改用 ${issue.values.map((each) => shown(each)).join('、')}`)
    case 'invalid_union':
      if (issue.errors.length === 0) return unknownKind(issue, value, path)
      return faultsOf(closest(issue.errors), json, path)
    case 'invalid_format':
      return fault(`${formatText(issue)}，现为 ${shown(value)}`)
    case 'too_small':
      return fault(`不得少于 ${String(issue.minimum)}${counter(issue.origin)}：请补足`)
    case 'too_big':
      return fault(`不得多于 ${String(issue.maximum)}${counter(issue.origin)}：请删减`)
    case 'invalid_key':
      return faultsOf(issue.issues, json, path.slice(0, -1)).map(({ message }) => ({ path: pathText(path), message }))
    case 'invalid_element':
      return faultsOf(issue.issues, json, path)
    case 'not_multiple_of':
      return fault(`应为 ${String(issue.divisor)} 的倍数：请改写`)
    case 'custom':
      return fault(issue.message)
  }
}

/** A union told apart by a key such as `kind`, whose value is none of the known. */
function unknownKind(
  issue: Issue & { code: 'invalid_union' },
  given: unknown,
  path: readonly PropertyKey[],
): readonly Fault[] {
  const options = 'options' in issue && Array.isArray(issue.options) ? issue.options.map((each) => shown(each)) : []
  const cure = options.length > 0 ? `请改用 ${options.join('、')}` : '请对照规则包说明改写'
  const message = given === undefined ? `缺少这一项：${cure}` : `种类 ${shown(given)} 不可用：${cure}`
  return [{ path: pathText(path), message }]
}

/** Of several readings, the one that goes wrong deepest, then with the fewest faults: most likely what was meant. */
function closest(branches: readonly (readonly Issue[])[]): readonly Issue[] {
  const depth = (issues: readonly Issue[]) => Math.max(...issues.map(({ path }) => path.length))
  const sorted = branches.toSorted((a, b) => depth(b) - depth(a) || a.length - b.length)
  return sorted[0] ?? []
}

const TYPES: Readonly<Record<string, string>> = {
  string: '文本',
  number: '数字',
  int: '整数',
  boolean: 'true 或 false',
  object: '对象',
  array: '数组',
  record: '对象',
  null: 'null',
}
const typeName = (expected: string): string => TYPES[expected] ?? expected

const counter = (origin: string): string => (origin === 'string' ? ' 个字' : origin === 'array' ? ' 项' : '')

function formatText(issue: Issue & { code: 'invalid_format' }): string {
  if (issue.format === 'date') return '须写成日期，如 "2019-05-01"'
  if (issue.format === 'datetime') return '须写成带时区的时刻，如 "2019-06-19T17:30:00+08:00"'
  return issue.message
}

/** A value in few words; long ones are cut. */
export function shown(value: unknown): string {
  const text =
    typeof value === 'object' && value !== null
      ? Array.isArray(value)
        ? '数组'
        : '对象'
      : (JSON.stringify(value) ?? '空')
  return text.length > 40 ? `${text.slice(0, 40)}…` : text
}

function valueAt(json: unknown, path: readonly PropertyKey[]): unknown {
  let value = json
  for (const part of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, part)) return undefined
    value = Reflect.get(value, part)
  }
  return value
}
