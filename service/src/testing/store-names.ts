/** `empty`: not a table in it. `campaign`: as after a service's first start. `people`: with the accounts of the tests besides. */
export type Furnished = 'empty' | 'campaign' | 'people'

/** The database that is copied for a test. */
export const templateOf = (furnished: Furnished): string =>
  furnished === 'empty' ? 'template0' : `kaohe_template_${furnished}`

/** The same server, another database. */
export function databaseOn(url: string, name: string): string {
  const other = new URL(url)
  other.pathname = `/${name}`
  return other.href
}
