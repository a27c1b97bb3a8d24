/**
 * Was the add-in replaced on the service since this page was loaded? A fresh copy of the page then starts from another
 * script: their names hold the hash of their content. Whatever cannot be told is no: a reload must never be offered in vain.
 */
export async function newerBuild(
  fetchFn: typeof fetch,
  page: Pick<Document, 'querySelector' | 'location'>,
): Promise<boolean> {
  const own = page.querySelector('script[type="module"][src]')?.getAttribute('src')
  if (!own) return false
  try {
    const fresh = await fetchFn(page.location.pathname, { cache: 'no-store', credentials: 'omit' })
    const html = fresh.ok ? await fresh.text() : ''
    return html.includes('type="module"') && !html.includes(own)
  } catch {
    return false
  }
}
