/** Where everything is kept, as `DATABASE_URL` says it: one file, or a PostgreSQL server that several replicas share. */
export type StoreUrl =
  /** `file` is a path, or `:memory:` for a store that is gone with its process. */
  { readonly kind: 'sqlite'; readonly file: string } | { readonly kind: 'postgres'; readonly url: string }

export const storeUrlDefault = 'sqlite:data/kaohe.db'
export const storeUrlRule =
  '须写成 sqlite:文件路径（例如 sqlite:data/kaohe.db），或 postgres://用户:密码@主机:端口/数据库（密码中的特殊字符须作百分号编码）'

/** Null for anything that is neither; the text is never repeated, it may hold a password. */
export function parseStoreUrl(text: string): StoreUrl | null {
  const [, file] = /^sqlite:(.+)$/.exec(text) ?? []
  if (file !== undefined) return { kind: 'sqlite', file }
  if (!/^postgres(ql)?:\/\//.test(text) || !URL.canParse(text)) return null
  // Without a name the driver would take the user's name for the database.
  return new URL(text).pathname.length > 1 ? { kind: 'postgres', url: text } : null
}

/** The store without user and password, for people and logs. */
export function storeName(text: string): string {
  const store = parseStoreUrl(text)
  if (store === null) return '?'
  if (store.kind === 'sqlite') return store.file
  const { host, pathname } = new URL(store.url)
  return `postgres://${host}${pathname}`
}
