import { pathText, type Fault } from './fault.ts'

const DEEPEST = 40
const MOST_VALUES = 200_000
const LONGEST_TEXT = 10_000
const FORBIDDEN = new Set(['__proto__', 'constructor', 'prototype'])

/**
 * Whether a value is plain JSON of a size a pack can have, told before any schema looks at it: cheap for nesting bombs,
 * cycles, prototype keys and numbers that are none. The first fault ends the search.
 */
export function jsonFault(json: unknown): Fault | undefined {
  let values = 0
  const walk = (value: unknown, path: readonly PropertyKey[]): Fault | undefined => {
    values += 1
    const fault = (message: string): Fault => ({ path: pathText(path), message })
    if (values > MOST_VALUES) return fault(`内容过多：一个规则包至多 ${MOST_VALUES.toString()} 个值`)
    if (path.length > DEEPEST) return fault(`嵌套过深：至多 ${DEEPEST.toString()} 层，请拆开或检查是否循环引用`)
    if (typeof value === 'string') return value.length > LONGEST_TEXT ? fault('文本过长：请缩短') : undefined
    if (typeof value === 'number')
      return Number.isSafeInteger(value) || isPlain(value) ? undefined : fault('数字过大或不是数字：数值请写成文本')
    if (typeof value !== 'object' || value === null)
      return typeof value === 'boolean' || value === null ? undefined : fault('不是 JSON 的值：请删去')
    for (const key of Array.isArray(value) ? value.keys() : Object.keys(value)) {
      const inside = [...path, key]
      if (typeof key === 'string' && FORBIDDEN.has(key))
        return { path: pathText(inside), message: '不允许的字段名：请改名' }
      const found = walk(Reflect.get(value, key), inside)
      if (found) return found
    }
    return undefined
  }
  return walk(json, [])
}

const isPlain = (value: number): boolean => Number.isFinite(value) && Math.abs(value) < 1e15
