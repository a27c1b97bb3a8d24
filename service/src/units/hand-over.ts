import { z } from 'zod'
import { createAccount, findAccount, setDisabled, type AccountChange, type NewPassword } from '../accounts/accounts.ts'
import { chinaDay } from '../clock.ts'
import { contactSchema } from './contacts.ts'
import { putContacts, refuse, type Acting } from './change-units.ts'
import { contactLists, inForce } from './store.ts'

export const handOverSchema = z.strictObject({
  /** User name of the clerk who leaves. */
  from: z.string().max(32),
  to: z.strictObject({
    username: z.string().regex(/^[a-z0-9][a-z0-9-]{2,31}$/, '须为 3–32 个小写字母、数字或连字符'),
    name: contactSchema.shape.name,
    phone: contactSchema.shape.phone,
  }),
  decider: z.string().trim().min(1).max(500),
  reason: z.string().trim().min(1).max(500),
})

/**
 * 交接 in one step: the clerk who leaves is disabled and ends as 填报人, the one who comes has an account and is 填报人 from
 * today. What the first handed in stays theirs. All of it or nothing.
 */
export async function handOver(
  change: AccountChange,
  acting: Acting,
  unit: string,
  { from, to, decider, reason }: z.infer<typeof handOverSchema>,
  password: NewPassword,
): Promise<void> {
  const { trx, at } = change
  const leaving = await findAccount(trx, from)
  const isTheirs = leaving?.role === 'clerk' && leaving.unit === unit && leaving.disabledAt === null
  if (!leaving || !isTheirs) return refuse([{ path: 'from', message: '不是本单位在用的填报员账号' }])
  if (await findAccount(trx, to.username)) return refuse([{ path: 'to.username', message: '用户名已存在' }])
  const { username, name, phone } = to
  await createAccount(change, { username, name, role: 'clerk', unit }, password)
  await setDisabled(change, leaving, true, reason)
  const today = chinaDay(at)
  const contacts = inForce(await contactLists(trx, acting.campaign.id, unit), unit).map((contact) => {
    const ends = contact.duty === 'clerk' && (contact.to === null || contact.to > today)
    return ends ? { ...contact, to: today } : contact
  })
  const coming = { duty: 'clerk' as const, name, phone, account: username, from: today, to: null }
  await putContacts(trx, acting, unit, { contacts: [...contacts, coming], reason, approvedBy: decider })
}
