import type { FormGrid } from '@kaohe/shared-rules'
import type { ApiResult } from '../api/client.ts'
import type { Change } from '../workbook/book-sheet.ts'

export interface FormEntry {
  readonly id: string
  readonly annex: string
  readonly title: string
  readonly template: number
  readonly fileName: string
}

/** A cell that a person filled in, counted from zero. */
export type TypedCell = Change & { readonly sheet: string }

/** What the page beside the pane asks of the service: forms to draw, and the same forms as files. */
export function formsApi(baseUrl: string, fetchFn: typeof fetch, token: string) {
  async function ask<T>(
    path: string,
    read: (response: Response) => Promise<T>,
    init: RequestInit & { readonly headers?: Readonly<Record<string, string>> } = {},
  ): Promise<ApiResult<T>> {
    try {
      const response = await fetchFn(`${baseUrl}/api/v1${path}`, {
        ...init,
        headers: { ...init.headers, authorization: `Bearer ${token}` },
        credentials: 'omit',
      })
      if (response.ok) return { ok: true, value: await read(response) }
      const body = (await response.json().catch(() => ({}))) as Readonly<Record<string, unknown>>
      const type = typeof body['type'] === 'string' ? body['type'].replace(/^.*\//, '') : 'unexpected'
      return { ok: false, error: { kind: 'problem', type, status: response.status, body } }
    } catch {
      return { ok: false, error: { kind: 'offline' } }
    }
  }
  // The service validates what it sends; these are the parses at the page's door.
  return {
    forms: () => ask('/forms', async (response) => (await response.json()) as readonly FormEntry[]),
    grid: (form: string) => ask(`/forms/${form}/grid`, async (response) => (await response.json()) as FormGrid),
    workbook: (form: string) => ask(`/forms/${form}/workbook`, (response) => response.blob()),
    /** The same file with what was typed here in it. */
    filled: (form: string, cells: readonly TypedCell[]) =>
      ask(`/forms/${form}/workbook`, (response) => response.blob(), {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ cells }),
      }),
  }
}
export type FormsApi = ReturnType<typeof formsApi>
