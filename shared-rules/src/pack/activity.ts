import { z } from 'zod'
import { pathText, type Fault } from './fault.ts'
import { clause, identifier, label } from './identifier.ts'

/**
 * 专题活动: what the district does together at a time of its year. Whatever the document does not say is null; a day that it does
 * not name is never made up.
 */
export const activitySchema = z.strictObject({
  id: identifier,
  title: label,
  clause,
  /** When, in the document's own words: 3—4月份, 年末. */
  when: label,
  /** First and last day, both included; of a month its first and its last. */
  from: z.iso.date().nullable(),
  to: z.iso.date().nullable(),
  /** Who holds it. */
  organiser: label.nullable(),
  /** Who takes part. */
  participants: label.nullable(),
  /** What is done or handed in. */
  tasks: z.array(label).min(1).max(20),
  /** The window of the calendar whose figures it goes by. */
  window: z.string().max(32).nullable(),
})
export type Activity = Readonly<z.infer<typeof activitySchema>>

/** What is wrong with an activity beside the windows of its pack; null where some of them cannot be read. */
export function activityFaults(
  { from, to, window }: Activity,
  path: readonly (string | number)[],
  windows: readonly string[] | null,
): readonly Fault[] {
  const at = (key: string, message: string): Fault => ({ path: pathText([...path, key]), message })
  return [
    ...((from === null) !== (to === null) ? [at('to', '起止日须同时写出，或同时为 null')] : []),
    ...(from !== null && to !== null && to < from ? [at('to', `结束日 ${to} 早于起始日 ${from}：请改写`)] : []),
    ...(window !== null && windows?.includes(window) === false
      ? [at('window', `没有标识为 "${window}" 的期次：请改正，或先补上它`)]
      : []),
  ]
}
