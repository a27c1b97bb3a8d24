/** A member as office.js calls it. Its arguments were typed there, by the page that called. */
export type Member = { bivariant(...args: readonly unknown[]): unknown }['bivariant']

/**
 * An object of the Excel object model as the host sees it. What is not listed does not exist: the executor refuses it loudly.
 * Names are those on the wire.
 */
export interface HostObject {
  readonly type: string
  /** By which office.js finds the object again in a later request. */
  readonly id?: string
  /** What it is about, for the record of writes. */
  readonly place?: string
  /** Properties read, and objects below this one. */
  readonly get?: Readonly<Record<string, () => unknown>>
  /** Properties set: each is a write. */
  readonly set?: Readonly<Record<string, Member>>
  /** Methods that leave the workbook as it is. */
  readonly look?: Readonly<Record<string, Member>>
  /** Methods that change the workbook: each is a write. */
  readonly act?: Readonly<Record<string, Member>>
  readonly items?: () => readonly HostObject[]
  readonly item?: Member
}

export function isHostObject(value: unknown): value is HostObject {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string'
}
