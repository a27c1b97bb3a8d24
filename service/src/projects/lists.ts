import { multiply, ratio, rounded, type Unit } from '@kaohe/shared-rules'
import { hasReached } from './library.ts'
import type { Attention, LibraryProject } from './project.ts'

/** 储备转开工 of one unit (R77): of the projects that were ever in reserve, how many have started. */
export interface Conversion {
  readonly unit: Pick<Unit, 'id' | 'name'>
  readonly reserved: number
  readonly started: number
  /** Per cent to one decimal; null while nothing was ever in reserve. */
  readonly rate: string | null
}

/** The library's lists of what is to be done or looked at. */
export interface LibraryLists {
  /** 竣工未移出. */
  readonly completedNotRemoved: readonly LibraryProject[]
  /** 待入库. */
  readonly awaitingAdmission: readonly LibraryProject[]
  /** 未经储备直接开工. */
  readonly neverInReserve: readonly LibraryProject[]
  readonly idleReserves: readonly LibraryProject[]
  /** Gone from the unit's ledger without having been let go. */
  readonly dropped: readonly LibraryProject[]
  /** Dates and stages that do not go together. */
  readonly outOfOrder: readonly LibraryProject[]
  readonly conversion: readonly Conversion[]
}

const elsewhere: readonly Attention[] = ['dropped', 'never-in-reserve', 'idle-reserve']

export function libraryLists(projects: readonly LibraryProject[]): LibraryLists {
  const having = (attention: Attention) => projects.filter((project) => project.attention.includes(attention))
  const isHere = ({ state }: LibraryProject) => state === 'in-library' || state === 'removal-proposed'
  return {
    completedNotRemoved: projects.filter(({ state }) => state === 'removal-proposed'),
    awaitingAdmission: projects.filter((project) => isHere(project) && project.admission === 'awaited'),
    neverInReserve: having('never-in-reserve'),
    idleReserves: having('idle-reserve'),
    dropped: having('dropped'),
    outOfOrder: projects.filter(({ attention }) => attention.some((one) => !elsewhere.includes(one))),
    conversion: conversionOf(projects),
  }
}

function conversionOf(projects: readonly LibraryProject[]): readonly Conversion[] {
  const units = [...new Map(projects.map(({ unit }) => [unit.id, unit])).values()]
  return units.map((unit) => {
    const reserved = projects.filter(
      (project) => project.unit.id === unit.id && project.dates.reserve !== undefined && project.state !== 'struck',
    )
    const started = reserved.filter(({ stage }) => hasReached(stage, 'started'))
    const share = reserved.length === 0 ? null : multiply(ratio(started.length, reserved.length), ratio(100))
    const rate = share && rounded(share, { places: 1, halves: 'up' })
    return { unit, reserved: reserved.length, started: started.length, rate }
  })
}
