import type { Pack, Unit } from '@kaohe/shared-rules'
import type { Standing, SubmissionWindow } from '../../api/client.ts'
import type { FillingBasis } from './filling.ts'
import type { ChosenBinding } from './recognising.ts'

interface Known {
  readonly pack: Pack
  readonly units: readonly Unit[]
  readonly standing: Standing
  readonly windows: readonly SubmissionWindow[]
  /** What the person said of the workbook, and asked to see of it. */
  readonly chosen: ChosenBinding | null
  readonly wanted: string | null
}

/** What the service told of the unit, as the sheet is looked at with. */
export function basisOf({ pack, units, standing, windows, chosen, wanted }: Known, today: string): FillingBasis {
  const window = windows.find(({ id }) => id === standing.window)
  return {
    pack,
    units,
    unit: standing.unit,
    targets: standing.targets,
    records: Object.fromEntries(standing.forms.map(({ form, submission }) => [form, submission?.record])),
    archived: standing.archived,
    asOf: today,
    until: window?.end ?? today,
    forms: standing.forms,
    verification: standing.verification,
    chosen,
    wanted,
  }
}
