import {
  recognise,
  withChosenHeads,
  type ChosenHeads,
  type Form,
  type Pack,
  type Recognition,
  type Unit,
  type WorkbookSnapshot,
} from '@kaohe/shared-rules'

/** What a person said of this workbook: which form it is, and what it calls the columns that were not found. */
export interface ChosenBinding {
  readonly form: string
  readonly heads: ChosenHeads
}

/** The version in which each form is issued now, as far as the service told. */
export type Templates = readonly { readonly form: string; readonly template: number }[]

/** The pack's forms as they are issued now. The pack itself, whose hash every result bears, stays as it is. */
export function formsInForce(pack: Pack, templates: Templates): readonly Form[] {
  return pack.forms.map((form) => ({
    ...form,
    // A desk kept by an earlier build of the pane does not say it.
    template: templates.find((one) => one.form === form.id)?.template ?? form.template,
  }))
}

interface Known {
  /** As they are issued now. */
  readonly forms: readonly Form[]
  readonly units: readonly Unit[]
  readonly chosen?: ChosenBinding | null | undefined
  /** The form a person asked to see, where the workbook holds several. */
  readonly wanted?: string | null | undefined
}

/** Recognises the workbook, with the person's word where the heads alone do not say enough. */
function recogniseBy({ forms, units, chosen, wanted }: Known, snapshot: WorkbookSnapshot): Recognition {
  const worded = forms.map((form) => (chosen?.form === form.id ? withChosenHeads(form, chosen.heads) : form))
  const asked = worded.filter(({ id }) => id === wanted)
  const first = asked.length > 0 ? recognise(asked, snapshot, units) : undefined
  const seen = first?.kind === 'recognised' ? first : recognise(worded, snapshot, units)
  // The sheet's own words serve to find the columns; what is said of them is said in the form's.
  return seen.kind === 'recognised' ? { ...seen, form: formOf(forms, seen.form.id) ?? seen.form } : seen
}

/** What a workbook was recognised as, among these forms. */
export interface Recognised {
  readonly forms: readonly Form[]
  readonly seen: Recognition
}

/** Recognises the workbook as a form of the pack in the version in which it is issued now. */
export function recogniseInForce(
  { pack, forms: templates = [], ...known }: Omit<Known, 'forms'> & { readonly pack: Pack; readonly forms?: Templates },
  snapshot: WorkbookSnapshot,
): Recognised {
  const forms = formsInForce(pack, templates)
  return { forms, seen: recogniseBy({ ...known, forms }, snapshot) }
}

export function formOf(forms: readonly Form[], id: string): Form | undefined {
  return forms.find((form) => form.id === id)
}
