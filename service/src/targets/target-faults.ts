import { isNegative, isPositive, isWhole, parseExact, type Pack, type Targets, type Unit } from '@kaohe/shared-rules'
import { meantTarget, targetKeys, type TargetKey } from './target-keys.ts'

export interface TargetFault {
  readonly path: string
  readonly message: string
}

/**
 * What is wrong with a set of targets, each with its place and what would pass. A figure that is no plain number is never
 * taken for another one; what was probably meant is named, and stands once somebody has written it.
 */
export function targetFaults(
  pack: Pack,
  units: readonly Pick<Unit, 'id'>[],
  targets: Readonly<Record<string, Targets>>,
): readonly TargetFault[] {
  const keys = targetKeys(pack)
  return Object.entries(targets).flatMap(([unit, own]): readonly TargetFault[] => {
    if (!units.some(({ id }) => id === unit)) return [{ path: `targets.${unit}`, message: `名册中没有单位“${unit}”` }]
    return Object.entries(own).flatMap(([name, value]) => {
      const path = `targets.${unit}.${name}`
      const key = keys.find((one) => one.key === name)
      const message = key
        ? figureFault(key, value)
        : `规则包中没有任务“${name}”，可用：${keys.map((one) => one.key).join('、')}`
      return message === null ? [] : [{ path, message }]
    })
  })
}

function figureFault(key: TargetKey, text: string): string | null {
  const value = /^-?\d{1,30}(\.\d{1,10})?$/.test(text) ? parseExact(text) : undefined
  if (!value) {
    const meant = meantTarget(key, text)
    const hint = meant === undefined ? `请写成数字，单位${key.unit}` : `是否为 ${meant}（单位${key.unit}）？请照此填写`
    return `“${text}”不是数字：${hint}`
  }
  if (isNegative(value)) return '任务数不能小于 0'
  // A completion cannot be worked out of a target of nothing; no task is an absent target.
  if (!isPositive(value)) return '任务数为 0 时请删去这一项：未列出即未下达任务'
  if (key.unit === '个' && !isWhole(value)) return '须为整数'
  return null
}
