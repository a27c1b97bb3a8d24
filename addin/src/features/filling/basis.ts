import type { Pack, Unit } from '@kaohe/shared-rules'
import type { Standing, SubmissionWindow } from '../../api/client.ts'
import type { FillingBasis } from './filling.ts'

interface Known {
  readonly pack: Pack
  readonly units: readonly Unit[]
  readonly standing: Standing
  readonly windows: readonly SubmissionWindow[]
}

/** What the service told of the unit, as the sheet is looked at with. */
export function basisOf({ pack, units, standing, windows }: Known, today: string): FillingBasis {
  const window = windows.find(({ id }) => id === standing.window)
  return {
    pack,
    units,
    unit: standing.unit,
    targets: standing.targets,
    records: Object.fromEntries(standing.forms.map(({ form, submission }) => [form, submission?.record])),
    asOf: today,
    until: window?.end ?? today,
  }
}
