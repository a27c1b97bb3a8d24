import type { z } from 'zod'

/** What a schema describes, as it is passed around: nothing of it is changed on the way. */
export type Described<Schema extends z.ZodType> = Frozen<z.output<Schema>>

type Frozen<T> = T extends object ? { readonly [Key in keyof T]: Frozen<T[Key]> } : T
