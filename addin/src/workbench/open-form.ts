import type { ApiResult } from '../api/client.ts'
import type { Keep } from '../api/keep.ts'
import { type MemoryBook, memoryBook, type NewBook } from '../workbook/memory-book.ts'
import { bookOfGrid } from './book-of-grid.ts'
import { type Draft, withDraft } from './draft.ts'
import { firstOpen, takesFigures } from './first-open.ts'
import type { FormsApi } from './forms-api.ts'

/** Stands for the workbook without a form, into which the office pulls rankings. */
export const blankForm = 'blank'

export interface OpenedForm {
  readonly form: string
  /** Under which the draft is kept: one per person and form. */
  readonly key: string
  readonly issued: NewBook
  readonly book: MemoryBook
  /** `outdated`: a draft is kept, but for a form that was issued anew since; it is put aside under `…:outdated`. */
  readonly draft: 'none' | 'restored' | 'outdated'
}

/** The form as issued, with what this person typed into it on this machine before. */
export async function openForm(
  api: Pick<FormsApi, 'grid'>,
  keep: Keep,
  username: string,
  form: string,
): Promise<ApiResult<OpenedForm>> {
  const issued = form === blankForm ? blankBook : await issuedForm(api, form)
  if (!issued.ok) return issued
  const key = `draft:${username}:${form}`
  // Only this page writes under the key. Without access to it the form is opened empty.
  const draft = (await keep.get(key).catch(() => undefined)) as Draft | undefined
  const filled = draft && withDraft(issued.value, draft)
  const outdated = draft !== undefined && filled === undefined
  if (outdated) await keep.set(`${key}:outdated`, draft).catch(() => undefined)
  const book = memoryBook(filled ?? issued.value)
  const first = book.state().sheets.find(takesFigures) ?? book.state().sheets[0]
  if (first) book.select(first.name, firstOpen(first))
  return {
    ok: true,
    value: {
      form,
      key,
      issued: issued.value,
      book,
      draft: outdated ? 'outdated' : filled ? 'restored' : 'none',
    },
  }
}

async function issuedForm(api: Pick<FormsApi, 'grid'>, form: string): Promise<ApiResult<NewBook>> {
  const grid = await api.grid(form)
  return grid.ok ? { ok: true, value: bookOfGrid(grid.value) } : grid
}

const blankBook: ApiResult<NewBook> = {
  ok: true,
  value: {
    fileName: 'Book1.xlsx',
    names: {},
    sheets: [
      {
        name: 'Sheet1',
        columns: Array<number>(12).fill(12),
        heights: Array<number>(40).fill(18),
        rows: Array<[]>(40).fill([]),
        merges: [],
        frozen: { rows: 0, columns: 0 },
        protected: false,
        continues: false,
      },
    ],
  },
}
