import { sourcesOf, type Indicator, type Pack } from '@kaohe/shared-rules'

/** A figure that a bureau may give itself, and where among its decisions it is kept. */
export interface SuppliedKey {
  readonly key: string
  readonly form: string
  readonly item: string
}

/** Stands for a form where no form asks for a figure (引进国内资金、利用外资 have none). */
const noForm = 'supplied'

/**
 * What the owner of an indicator's data may supply: its figure, and whatever else an award for it goes by that no form asks
 * for (签约、开工项目数, 上年同期). Nothing while the indicator is 待下达.
 */
export function suppliedKeys(pack: Pack, { id, status, actual }: Indicator): readonly SuppliedKey[] {
  if (status !== 'issued' || actual.kind !== 'reported') return []
  const own = placeOf(pack, actual.key)
  const others = pack.awards
    .filter(({ eligible }) => eligible.indicators.includes(id))
    .flatMap(({ basis, minimum }) => [
      ...basis.flatMap((key) => ('figure' in key ? sourcesOf(key.figure).keys : [])),
      ...(minimum ? sourcesOf(minimum.figure).keys : []),
    ])
    .map((key) => placeOf(pack, key))
    .filter(({ key, form }) => key !== actual.key && form === noForm)
  return [own, ...new Map(others.map((place) => [place.key, place])).values()]
}

function placeOf({ forms }: Pack, key: string): SuppliedKey {
  for (const form of forms) {
    const column = form.matrix.columns.find(({ figure }) => figure === key)
    if (column) return { key, form: form.id, item: column.id }
  }
  return { key, form: noForm, item: key }
}
