import type { FormGrid, Pack, Unit } from '@kaohe/shared-rules'
import type { ApiResult } from '../api/client.ts'
import type { Change } from '../workbook/book-sheet.ts'

export interface FormEntry {
  readonly id: string
  readonly annex: string
  readonly title: string
  readonly template: number
  readonly fileName: string
}

/** A workbook of this computer as a grid, and the form that it was recognised as. */
export interface ReadFile {
  readonly grid: FormGrid
  readonly recognised: string | null
}

/** A cell that a person filled in, counted from zero. */
export type TypedCell = Change & { readonly sheet: string }

/** What the page beside the pane asks of the service: forms to draw, and the same forms as files. */
export interface FormsApi {
  forms(): Promise<ApiResult<readonly FormEntry[]>>
  grid(form: string): Promise<ApiResult<FormGrid>>
  workbook(form: string): Promise<ApiResult<Blob>>
  /** The same file with what was typed here in it. */
  filled(form: string, cells: readonly TypedCell[]): Promise<ApiResult<Blob>>
  pack(): Promise<ApiResult<Pack>>
  units(): Promise<ApiResult<readonly Unit[]>>
  /** A file of this computer, as the service reads it; it keeps nothing of it. */
  read(file: File, signal?: AbortSignal): Promise<ApiResult<ReadFile>>
}

export function formsApi(baseUrl: string, fetchFn: typeof fetch, token: string): FormsApi {
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
    pack: () => ask('/pack', async (response) => ((await response.json()) as { readonly pack: Pack }).pack),
    units: () => ask('/units', async (response) => (await response.json()) as readonly Unit[]),
    read(file, signal) {
      const body = new FormData()
      body.append('file', file)
      return ask('/intake/grid', async (response) => (await response.json()) as ReadFile, {
        method: 'POST',
        body,
        signal: signal ?? null,
      })
    },
    filled: (form: string, cells: readonly TypedCell[]) =>
      ask(`/forms/${form}/workbook`, (response) => response.blob(), {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ cells }),
      }),
  }
}
