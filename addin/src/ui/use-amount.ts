import { useTranslation } from '../i18n/use-translation.ts'
import { grouped, inYi } from './figure.ts'
import { usePreferences } from './preferences.ts'

/** A figure with its unit, ready to be read. */
export interface ShownAmount {
  readonly figure: string
  readonly unit: string
}
export type AmountText = (text: string, unit: string) => ShownAmount

/** Shows figures in the unit this person prefers. What is no amount of money keeps its unit, what cannot be read its text. */
export function useAmount(): AmountText {
  const { t } = useTranslation()
  const [{ figures }] = usePreferences()
  return (text, unit) => {
    const yi = figures === 'yi' ? inYi(text, unit) : undefined
    return yi === undefined ? { figure: grouped(text), unit } : { figure: grouped(yi), unit: t('app.figures.yiUnit') }
  }
}
