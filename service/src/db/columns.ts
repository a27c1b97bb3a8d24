import type { ColumnType } from 'kysely'

/** Written with the row and never again. */
export type Frozen<T> = ColumnType<T, T, never>
/** Empty at first, entered later. */
export type Settable<T = string> = ColumnType<T | null, T | null | undefined, T | null>
