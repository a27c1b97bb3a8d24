import type { ValidationTargets } from 'hono'
import { validator } from 'hono/validator'
import { z } from 'zod'
import { ProblemError } from './problem.ts'

const { localeError } = z.locales.zhCN()

/** zod at the door: what passes is typed, what does not is refused with the path of every fault. */
export function validated<Target extends keyof ValidationTargets, Schema extends z.ZodType>(
  target: Target,
  schema: Schema,
) {
  return validator(target, (value: unknown) => {
    const parsed = schema.safeParse(value, { error: localeError })
    if (parsed.success) return parsed.data
    const issues = parsed.error.issues.map(({ path, message }) => ({ path: path.join('.'), message }))
    throw new ProblemError({ type: 'invalid-request', issues })
  })
}
