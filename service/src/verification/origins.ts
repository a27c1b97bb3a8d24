import type { Origin, Pack, Targets } from '@kaohe/shared-rules'
import type { DecidedReport } from './decided-report.ts'
import type { Item } from './items.ts'
import { bureausOfItem } from './responsible.ts'
import type { Supply } from './supplies.ts'

export interface OriginBasis {
  readonly targets: Targets
  readonly reports: readonly DecidedReport[]
  readonly supplies: readonly Supply[]
  /** Last day of the window asked for. */
  readonly until: string
  /** What people call a bureau. */
  readonly nameOf: (bureau: string) => string
}

/** 来源 of every fact: which report or supplied figure it is, whether it is carried, and who verified it. Shown with the working, never scored. */
export function originsOf(pack: Pack, basis: OriginBasis): Readonly<Record<string, Origin>> {
  const origins = new Map<string, Origin>()
  for (const key of Object.keys(basis.targets)) origins.set(`targets.${key}`, { status: 'issued' })
  for (const report of basis.reports) {
    const figures = report.items.flatMap((item) =>
      item.kind === 'figure' ? [[`actuals.${item.key}`, [item]] as const] : [],
    )
    const ledgers = report.form.ledgers.map(
      ({ id }) => [`items.${id}`, report.items.filter((item) => item.kind === 'row' && item.ledger === id)] as const,
    )
    for (const [path, items] of [...figures, ...ledgers]) origins.set(path, reportedOrigin(pack, report, items, basis))
  }
  for (const { key, window, bureau } of basis.supplies) {
    origins.set(`actuals.${key}`, { status: 'verified', place: `期次 ${window} 提供`, by: basis.nameOf(bureau) })
  }
  return Object.fromEntries(origins)
}

function reportedOrigin(
  pack: Pack,
  { form, report, decisions }: DecidedReport,
  items: readonly Item[],
  { until, nameOf }: OriginBasis,
): Origin {
  const place = `${form.annex}，回执 ${report.number}`
  const decided = (item: Item) =>
    [...(decisions.get(item.item)?.values() ?? [])]
      .filter(({ verdict }) => verdict !== 'return')
      .map(({ bureau }) => bureau)
  const isVerified =
    items.length > 0 &&
    items.every((item) => bureausOfItem(pack, report.unit, item).every((bureau) => decided(item).includes(bureau)))
  const by = [...new Set(items.flatMap(decided))].map(nameOf).join('、')
  const status = isVerified ? 'verified' : report.windowEnd < until ? 'carried' : 'reported'
  return { status, place, ...(by !== '' && { by }) }
}
