import type { Pack } from '@kaohe/shared-rules'
import { bureausOf, bureausOfForm } from '../verification/responsible.ts'
import type { RiskFlag } from './risk.ts'

/** Of all flags those a bureau should look at: about figures, rows and forms that it verifies. One that names several units comes once. */
export function flagsFor(pack: Pack, bureau: string, flags: readonly RiskFlag[]): readonly RiskFlag[] {
  const concerns = ({ indicator: id, places }: RiskFlag): boolean =>
    places.some(({ unit, form: named }) => {
      if (id !== null) {
        const indicator = pack.indicators.find((one) => one.id === id)
        return indicator !== undefined && bureausOf(indicator, unit).includes(bureau)
      }
      const form = pack.forms.find(({ id: of }) => of === named)
      return form !== undefined && bureausOfForm(pack, form, unit).has(bureau)
    })
  return [...new Set(flags)].filter(concerns)
}
