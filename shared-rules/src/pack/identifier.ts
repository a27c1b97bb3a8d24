import { z } from 'zod'

/** An id inside a pack: lower-case words joined by hyphens. */
export const identifier = z
  .string()
  .max(64)
  .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, '标识须由小写字母、数字和连字符组成，以字母开头')

/** A key that facts carry figures under: `newProjects`. */
export const factKey = z
  .string()
  .max(64)
  .regex(/^[a-z][A-Za-z0-9]*$/, '键须以小写字母开头，只含字母和数字')

/** A text for people. */
export const label = z.string().min(1).max(200)

/** Which clause of the document a thing comes from, by number. */
export const clause = z.string().min(1).max(200)

/** A unit kept out, and the clause that says so. */
export const excludedUnit = z.strictObject({ unit: identifier, clause })
