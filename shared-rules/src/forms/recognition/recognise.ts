import type { Unit } from '../../unit.ts'
import { bestSheet } from './best-sheet.ts'
import {
  hasTitle,
  indexSheets,
  isRequired,
  tablesOf,
  templatesNamed,
  type Binding,
  type IndexedSheet,
} from './binding.ts'
import type { Form } from '../form.ts'
import { unitKey } from './head-text.ts'
import type { WorkbookSnapshot } from '../snapshot.ts'

/** A head that was looked for in vain. */
export interface MissingHead {
  /** Column id, `projects.name` for a ledger's. */
  readonly column: string
  /** From the topmost head down. */
  readonly head: readonly string[]
  /** Where, in words for people: 工作表“项目台账”. */
  readonly looked: string
}

export type RecognitionNote =
  /** Made from another version of the form: what it asks for may differ. */
  | { readonly kind: 'template-differs'; readonly template: number; readonly current: number }
  /** These columns carry no name of ours and were found by their heads. */
  | { readonly kind: 'by-heads'; readonly sheet: string; readonly columns: readonly string[] }

export type Recognition =
  | {
      readonly kind: 'recognised'
      readonly form: Form
      readonly binding: Binding
      readonly notes: readonly RecognitionNote[]
    }
  /** `tried` has every form, the one that came closest first. */
  | {
      readonly kind: 'unrecognised'
      readonly tried: readonly {
        readonly form: string
        readonly title: string
        /** Columns found. */
        readonly found: number
        readonly missing: readonly MissingHead[]
        /** The template whose names the workbook carries, if any. */
        readonly template: number | null
        /** Where those that were found are. */
        readonly binding: Binding
      }[]
    }

/**
 * Which official form is this, and where are its columns? By our defined names, else by the texts of the heads, however
 * sheets are named and wherever rows and columns were inserted or moved. A form is recognised when each column that is
 * read was found; otherwise each head that was not is named. `units` tells the filled table from a copy of its heads.
 */
export function recognise(forms: readonly Form[], snapshot: WorkbookSnapshot, units: readonly Unit[]): Recognition {
  const sheets = indexSheets(snapshot)
  const unitKeys = new Set(units.map(({ name }) => unitKey(name)))
  const tried = new Map<Form, Attempt>()
  const attemptAt = (form: Form): Attempt => {
    const made = tried.get(form) ?? attempt(form, snapshot, sheets, unitKeys)
    tried.set(form, made)
    return made
  }
  // A form without names in the workbook is like it by its title at most: one that is there by its names goes before it.
  const named = forms.filter((form) => templatesNamed(form, snapshot.names).length > 0).map(attemptAt)
  const [sure] = named.filter(({ missing, likeness }) => missing.length === 0 && likeness > 1).sort(nearest)
  if (sure) return recognised(sure)
  const attempts = forms.map(attemptAt).sort(nearest)
  const [best] = attempts
  if (best?.missing.length === 0) return recognised(best)
  return {
    kind: 'unrecognised',
    tried: attempts
      .toSorted((a, b) => b.found / (b.found + b.missing.length) - a.found / (a.found + a.missing.length))
      .map(({ form, found, missing, template, binding }) => ({
        form: form.id,
        title: form.title,
        found,
        missing,
        template,
        binding,
      })),
  }
}

const nearest = (a: Attempt, b: Attempt): number =>
  a.missing.length - b.missing.length || b.likeness - a.likeness || b.found - a.found

const recognised = ({ form, binding, notes }: Attempt): Recognition => ({ kind: 'recognised', form, binding, notes })

interface Attempt {
  readonly form: Form
  readonly binding: Binding
  readonly notes: readonly RecognitionNote[]
  readonly found: number
  readonly missing: readonly MissingHead[]
  readonly template: number | null
  /** Names and titles of the form that are there besides its columns. */
  readonly likeness: number
}

function attempt(
  form: Form,
  snapshot: WorkbookSnapshot,
  sheets: readonly IndexedSheet[],
  unitKeys: ReadonlySet<string>,
): Attempt {
  const [template] = templatesNamed(form, snapshot.names)
  const missing: MissingHead[] = []
  const notes: RecognitionNote[] = []
  const ledgers: Binding['ledgers'][string][] = []
  let found = 0
  let likeness = 0
  for (const table of tablesOf(form)) {
    const best = bestSheet(form, table, template, snapshot, sheets, unitKeys)
    const columns = best?.binding.columns ?? {}
    const seen = best && Object.keys(columns).length > 0
    const looked = (seen ? [best.binding.sheet] : sheets.map(({ sheet }) => sheet.name))
      .map((name) => `工作表“${name}”`)
      .join('、')
    for (const column of table.columns.filter(isRequired)) {
      if (column.id in columns) found += 1
      else {
        missing.push({
          column: table.ledger === null ? column.id : `${table.ledger}.${column.id}`,
          head: column.head,
          looked,
        })
      }
    }
    likeness += best?.byName.length ?? 0
    if (best && template !== undefined && best.byHead.length > 0) {
      notes.push({ kind: 'by-heads', sheet: best.binding.sheet, columns: best.byHead })
    }
    ledgers.push(best?.binding ?? { sheet: '', firstRow: 0, columns: {} })
  }
  if (sheets.some((sheet) => hasTitle(form.title, sheet))) likeness += 1
  if (template !== undefined && template !== form.template) {
    notes.unshift({ kind: 'template-differs', template, current: form.template })
  }
  const [matrix, ...rest] = ledgers
  return {
    form,
    binding: {
      form: form.id,
      template: template ?? form.template,
      matrix: matrix ?? { sheet: '', firstRow: 0, columns: {} },
      ledgers: Object.fromEntries(form.ledgers.flatMap(({ id }, index) => (rest[index] ? [[id, rest[index]]] : []))),
    },
    notes,
    found,
    missing,
    template: template ?? null,
    likeness,
  }
}
