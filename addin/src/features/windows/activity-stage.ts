import type { Activity } from '@kaohe/shared-rules'

export type ActivityStage = 'coming' | 'running' | 'over'

/** Where an activity stands on a day of the district; null where no day is laid down for it. */
export function stageOf({ from, to }: Pick<Activity, 'from' | 'to'>, today: string): ActivityStage | null {
  if (from === null || to === null) return null
  return today < from ? 'coming' : today > to ? 'over' : 'running'
}
