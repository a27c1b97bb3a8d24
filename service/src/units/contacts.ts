import { z } from 'zod'

/** 第一责任人 · 分管负责人 · 联络员 · 填报人 · 备用填报人. */
export const dutySchema = z.enum(['head', 'deputy-head', 'liaison', 'clerk', 'backup-clerk'])
export type Duty = z.infer<typeof dutySchema>

/** Each unit has to name these (三(一)). */
export const required: readonly Duty[] = ['head', 'clerk']

export const dutyTitles: Readonly<Record<Duty, string>> = {
  head: '第一责任人',
  'deputy-head': '分管负责人',
  liaison: '联络员',
  clerk: '填报人',
  'backup-clerk': '备用填报人',
}

const day = z.iso.date().nullable()
export const contactSchema = z
  .strictObject({
    duty: dutySchema,
    name: z.string().trim().min(1).max(64),
    phone: z
      .string()
      .trim()
      .regex(/^\+?[\d\s()-]{5,30}$/, '须为电话号码'),
    /** User name of the person's account, if there is one. */
    account: z.string().max(32).nullable().default(null),
    /** First and last day, both included; null is unbounded. */
    from: day.default(null),
    to: day.default(null),
  })
  .refine(({ from, to }) => from === null || to === null || from <= to, { path: ['to'], message: '不能早于开始日期' })
export const contactsSchema = z.array(contactSchema).max(30)
export type Contact = z.infer<typeof contactSchema>

/** Which of the duties that each unit has to name nobody has on this day. */
export function missingDuties(contacts: readonly Contact[], on: string): readonly Duty[] {
  const held = contacts.filter(({ from, to }) => (from === null || from <= on) && (to === null || on <= to))
  return required.filter((duty) => !held.some((contact) => contact.duty === duty))
}
