import {
  readForm,
  type Binding,
  type Form,
  type FormRecord,
  type Recognition,
  type Unit,
  type WorkbookSnapshot,
} from '@kaohe/shared-rules'
import { formOf } from './recognising.ts'

/** A workbook made from another template of a form than the one in force. */
export interface Outdated {
  readonly step: 'outdated'
  readonly form: Form
  /** The workbook's own template; higher than the form's where the rules at hand are the older ones. */
  readonly template: number
  /** By these two it is told what changed since. */
  readonly binding: Binding
  readonly names: WorkbookSnapshot['names']
  /** What the unit has filled in there; null where its row was not found. */
  readonly record: FormRecord | null
}

/** Null for a workbook of the template in force, and for one that carries no names of ours. */
export function outdatedOf(
  forms: readonly Form[],
  seen: Recognition,
  snapshot: WorkbookSnapshot,
  unit: Unit,
): Outdated | null {
  const found =
    seen.kind === 'recognised'
      ? { form: seen.form, binding: seen.binding, template: seen.binding.template }
      : seen.tried
          .map(({ form, binding, template }) => ({ form: formOf(forms, form), binding, template }))
          .find(({ form, template }) => form !== undefined && template !== null && template !== form.template)
  if (!found?.form || found.template === null || found.template === found.form.template) return null
  const { form, binding, template } = found
  const read = readForm(form, binding, snapshot, unit)
  return {
    step: 'outdated',
    form,
    template,
    binding,
    names: snapshot.names,
    record: read.kind === 'read' ? read.record : null,
  }
}
