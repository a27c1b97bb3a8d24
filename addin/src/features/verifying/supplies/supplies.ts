import { isNegative, parseExact } from '@kaohe/shared-rules'
import type { Supplies, SupplyPlace } from '../../../api/verification.ts'

export interface TypedSupply {
  readonly value: string
  readonly reason: string
}
/** By unit and indicator; a place that nobody touched is absent. */
export type TypedSupplies = Readonly<Record<string, TypedSupply>>

export const placeKey = ({ unit, indicator }: SupplyPlace): string => `${unit.id}/${indicator}`

/** `1,650.5`, `１６５０` and such as plain decimal text. */
export function plainFigure(text: string): string {
  return text.normalize('NFKC').replace(/[,\s]/g, '')
}

export function isSupply(text: string): boolean {
  const value = parseExact(plainFigure(text))
  return value !== undefined && !isNegative(value)
}

/** What would change something, with those that cannot be read apart. */
export function suppliesOf(
  places: readonly SupplyPlace[],
  typed: TypedSupplies,
): { readonly figures: Supplies['figures']; readonly bad: readonly string[] } {
  const touched = places.flatMap((place) => {
    const given = typed[placeKey(place)]
    return given && given.value.trim() !== '' && plainFigure(given.value) !== place.supplied ? [{ place, given }] : []
  })
  return {
    figures: touched
      .filter(({ given }) => isSupply(given.value))
      .map(({ place, given }) => ({
        unit: place.unit.id,
        indicator: place.indicator,
        value: plainFigure(given.value),
        ...(given.reason.trim() === '' ? {} : { reason: given.reason.trim() }),
      })),
    bad: touched.filter(({ given }) => !isSupply(given.value)).map(({ place }) => placeKey(place)),
  }
}

/** A column copied from a sheet, put in from this place on downwards. */
export function pasted(
  places: readonly SupplyPlace[],
  from: SupplyPlace,
  text: string,
  typed: TypedSupplies,
): TypedSupplies {
  const values = text.replace(/\r?\n$/, '').split(/\r?\n/)
  const start = places.indexOf(from)
  const more = values.flatMap((value, at) => {
    const place = places[start + at]
    return place
      ? [
          [
            placeKey(place),
            { value: value.split('\t')[0] ?? '', reason: typed[placeKey(place)]?.reason ?? '' },
          ] as const,
        ]
      : []
  })
  return { ...typed, ...Object.fromEntries(more) }
}
