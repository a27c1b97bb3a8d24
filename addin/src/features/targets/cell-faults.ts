import type { Unit } from '@kaohe/shared-rules'
import type { ApiError } from '../../api/client.ts'
import type { TargetKey } from '../../api/targets.ts'

/** What the service found wrong with one figure. */
export interface CellFault {
  readonly unit: string
  readonly key: string
  /** 新兴街道 · 协税护税. */
  readonly place: string
  readonly message: string
}

/** The faults of figures among what the service refused; others are told as a whole. */
export function cellFaults(error: ApiError, keys: readonly TargetKey[], units: readonly Unit[]): readonly CellFault[] {
  const issues = error.kind === 'problem' && error.type === 'invalid-request' ? error.body['issues'] : []
  if (!Array.isArray(issues)) return []
  return issues.flatMap((issue: unknown) => {
    if (typeof issue !== 'object' || issue === null || !('path' in issue) || !('message' in issue)) return []
    const { path, message } = issue
    const [, unit, key] = typeof path === 'string' ? (/^targets\.([^.]+)(?:\.(.+))?$/.exec(path) ?? []) : []
    if (unit === undefined || typeof message !== 'string') return []
    const names = [
      units.find(({ id }) => id === unit)?.name ?? unit,
      ...(key === undefined ? [] : [keys.find((one) => one.key === key)?.title ?? key]),
    ]
    return [{ unit, key: key ?? '', place: names.join(' · '), message }]
  })
}
