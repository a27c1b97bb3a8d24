import { multiply, ratio, rounded, unitSchema } from '@kaohe/shared-rules'
import { z } from 'zod'
import type { Described } from '../contract/described.ts'
import { hasReached } from './library.ts'
import { libraryProjectSchema, type Attention, type LibraryProject } from './project.ts'

/** 储备转开工 of one unit (R77): of the projects that were ever in reserve, how many have started. */
const conversionSchema = z.strictObject({
  unit: unitSchema.pick({ id: true, name: true }),
  reserved: z.int(),
  started: z.int(),
  /** Per cent to one decimal; null while nothing was ever in reserve. */
  rate: z.string().nullable(),
})
export type Conversion = Described<typeof conversionSchema>

/** The library's lists of what is to be done or looked at. */
export const libraryListsSchema = z.strictObject({
  /** 竣工未移出. */
  completedNotRemoved: z.array(libraryProjectSchema),
  /** 待入库. */
  awaitingAdmission: z.array(libraryProjectSchema),
  /** 未经储备直接开工. */
  neverInReserve: z.array(libraryProjectSchema),
  idleReserves: z.array(libraryProjectSchema),
  /** Gone from the unit's ledger without having been let go. */
  dropped: z.array(libraryProjectSchema),
  /** Dates and stages that do not go together. */
  outOfOrder: z.array(libraryProjectSchema),
  conversion: z.array(conversionSchema),
})
export type LibraryLists = Described<typeof libraryListsSchema>

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
