import { useRef, useState } from 'react'
import type { ApiError } from '../api/client.ts'
import type { CarriedCell } from '../features/filling/carrying.ts'
import { laterChunk } from '../ui/later-chunk.ts'
import type { FormEntry, FormsApi } from './forms-api.ts'
import type { OpenedForm } from './open-form.ts'

const laterTaking = laterChunk(() => import('./taken-cells.ts'))

/** What came of a file of this computer that was to be filled on. */
export type LocalFile =
  | { readonly step: 'none' }
  | { readonly step: 'reading'; readonly fileName: string }
  | { readonly step: 'refused'; readonly fileName: string; readonly error: ApiError }
  | { readonly step: 'not-this-form'; readonly fileName: string; readonly form: FormEntry | undefined }
  | { readonly step: 'no-row' | 'nothing-new'; readonly fileName: string }
  /** Some cells hold another figure already: the person decides. */
  | ({ readonly step: 'asking' | 'taken' } & TakenFrom)

interface TakenFrom {
  readonly fileName: string
  readonly cells: readonly CarriedCell[]
  /** How many more the open form has locked. */
  readonly locked: number
}

interface UseLocalFile {
  readonly api: FormsApi | undefined
  readonly opened: OpenedForm
  readonly forms: readonly FormEntry[]
  /** Whose figures they are. */
  readonly unit: string
}

/** Reads a file of this computer and puts its figures into the open form, in one step that can be undone. */
export function useLocalFile({ api, opened: { form, book }, forms, unit }: UseLocalFile) {
  const [state, setState] = useState<LocalFile>({ step: 'none' })
  const reading = useRef(new AbortController())

  async function read(file: File, signal: AbortSignal): Promise<LocalFile> {
    const fileName = file.name
    if (!api) return { step: 'none' }
    const [seen, pack, units] = await Promise.all([api.read(file, signal), api.pack(), api.units()])
    for (const answer of [seen, pack, units]) if (!answer.ok) return { step: 'refused', fileName, error: answer.error }
    if (!seen.ok || !pack.ok || !units.ok) return { step: 'none' }
    const { grid, recognised } = seen.value
    if (recognised !== form) {
      return { step: 'not-this-form', fileName, form: forms.find(({ id }) => id === recognised) }
    }
    const { takenCells } = await laterTaking.fetch()
    const taken = await takenCells(grid, book, { pack: pack.value, units: units.value, unit, forms })
    if (taken.kind !== 'cells') {
      return taken.kind === 'no-row'
        ? { step: 'no-row', fileName }
        : { step: 'not-this-form', fileName, form: undefined }
    }
    const { cells, locked } = taken
    // From here on it is one step of the workbook, which is there or not.
    if (signal.aborted) return { step: 'none' }
    if (cells.length === 0) return { step: 'nothing-new', fileName }
    return cells.some(({ before }) => before !== null)
      ? { step: 'asking', fileName, cells, locked }
      : put({ fileName, cells, locked })
  }

  async function put(taken: TakenFrom): Promise<LocalFile> {
    const { changesOf } = await laterTaking.fetch()
    book.editSheets(changesOf(taken.cells))
    return { ...taken, step: 'taken' }
  }

  return {
    state,
    open: async (file: File) => {
      const { signal } = (reading.current = new AbortController())
      setState({ step: 'reading', fileName: file.name })
      const seen = await read(file, signal).catch(
        () => ({ step: 'refused', fileName: file.name, error: { kind: 'offline' } }) as const,
      )
      if (!signal.aborted) setState(seen)
    },
    /** The person agreed to what is overwritten. */
    agree: async () => {
      if (state.step === 'asking') setState(await put(state))
    },
    /** Also gives up a file that is still being read. */
    close: () => {
      reading.current.abort()
      setState({ step: 'none' })
    },
  }
}
