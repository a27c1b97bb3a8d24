import { z } from 'zod'
import { label } from './identifier.ts'

const windowSchema = z.strictObject({
  id: z.string().min(1).max(32),
  title: label,
  kind: z.enum(['half-month', 'half-year', 'year-end']),
  start: z.iso.date(),
  end: z.iso.date(),
  /** When reports are late, with offset: `2019-06-19T17:30:00+08:00`. */
  due: z.iso.datetime({ offset: true }),
})

/** 报送日历: windows in the order of their end, and the days that are no working days in spite of the week, or are. */
export const calendarSchema = z.strictObject({
  zone: z.literal('Asia/Shanghai'),
  windows: z.array(windowSchema).max(100),
  /** 节假日 on weekdays. */
  holidays: z.array(z.strictObject({ date: z.iso.date(), title: label })),
  /** 调休上班 on weekends. */
  workdays: z.array(z.strictObject({ date: z.iso.date(), title: label })),
  source: label,
})
export type Calendar = Readonly<z.infer<typeof calendarSchema>>
