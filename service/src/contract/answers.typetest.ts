import type { Equal, JSONParsed, JSONValue } from 'hono/utils/types'
import type { ExtractSchema } from 'hono/types'
import type { z } from 'zod'
import type { Api } from '../app.ts'
import type { answersByKey } from './answers.ts'

/** A promise that the compiler must keep: each answer is described as what its route returns, no more and no less. */
type Routes = ExtractSchema<Api>
type Returned<Key> = Key extends `${infer Method} ${infer Path}`
  ? Path extends keyof Routes
    ? `$${Lowercase<Method>}` extends keyof Routes[Path]
      ? JsonOf<Routes[Path][`$${Lowercase<Method>}`]>
      : 'no such method'
    : 'no such route'
  : never
type JsonOf<Endpoint> = Endpoint extends { outputFormat: 'json'; output: infer Output } ? Output : never

/** As it is read by a client: whether it may be changed makes no difference. */
type Plain<T> = [JSONValue] extends [T]
  ? 'anything'
  : T extends object
    ? { -readonly [Key in keyof T]: Plain<T[Key]> }
    : T

type Answers = typeof answersByKey
/** The document is not part of the API's type. A pack is nested without end, and the schema is the one that it was read by. */
type Compared = Exclude<keyof Answers, 'GET /api/v1/openapi.json' | 'GET /api/v1/pack'>
type Wrong = {
  [Key in Compared]: Equal<Plain<JSONParsed<z.output<Answers[Key]>>>, Plain<Returned<Key>>> extends true ? never : Key
}[Compared]

/** The compiler names what is described wrongly. */
export const wrong: { [Key in Wrong]: never } = {}
