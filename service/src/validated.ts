import type { ValidationTargets } from 'hono'
import { validator } from 'hono/validator'
import { z } from 'zod'
import { brokenTexts } from './broken-texts.ts'
import { ProblemError } from './problem.ts'

const { localeError } = z.locales.zhCN()

/** What a middleware made here checks: for the document of the API, which is drawn from the very schemas that validate. */
export interface Checked {
  readonly target: keyof ValidationTargets
  readonly schema: z.ZodType
}
const checkedBy = new WeakMap<object, Checked>()

/** zod at the door: what passes is typed, what does not is refused with the path of every fault. */
export function validated<Target extends keyof ValidationTargets, Schema extends z.ZodType>(
  target: Target,
  schema: Schema,
) {
  const middleware = validator(target, (value: unknown) => {
    const parsed = schema.safeParse(value, { error: localeError })
    const issues = parsed.success
      ? brokenTexts(parsed.data).map((path) => ({ path: path.join('.'), message: '含有无法识别的字符' }))
      : parsed.error.issues.map(({ path, message }) => ({ path: path.join('.'), message }))
    if (parsed.success && issues.length === 0) return parsed.data
    throw new ProblemError({ type: 'invalid-request', issues })
  })
  checkedBy.set(middleware, { target, schema })
  return middleware
}

/** What this handler checks, if it was made by `validated`. */
export const checkedIn = (handler: object): Checked | undefined => checkedBy.get(handler)
