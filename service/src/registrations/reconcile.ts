import type { Library } from '@kaohe/shared-rules'
import { z } from 'zod'
import type { Described } from '../contract/described.ts'
import { cellOf, hasReached } from '../projects/library.ts'
import { libraryProjectSchema, type LibraryProject } from '../projects/project.ts'
import { likeness, likenessSchema, type Likeness } from './likeness.ts'
import { registrationSchema, type Match, type Registration } from './store.ts'

const projectNameSchema = z
  .strictObject({
    number: z.string(),
    name: z.string(),
    unit: libraryProjectSchema.shape.unit,
  })
  .meta({ id: 'ProjectName' })
export type ProjectName = Described<typeof projectNameSchema>

/** 双向对账: what the library and the list of the statistics say of each other. */
export const reconciliationSchema = z.strictObject({
  /** A line and the project it is, as somebody confirmed. */
  matched: z.array(
    z.strictObject({
      registration: registrationSchema,
      project: projectNameSchema,
    }),
  ),
  /** 已开工未入统: started, and no line of the list is theirs. `claimed` where the ledger says 已入统. */
  startedOnly: z.array(
    projectNameSchema.extend({
      start: z.string().nullable(),
      claimed: z.boolean(),
    }),
  ),
  /** 已入统无项目: lines that are no project of the library. */
  registeredOnly: z.array(registrationSchema),
  /** Pairs that may be the same, best first; nobody has said yet. */
  proposals: z.array(
    z.strictObject({
      code: z.string(),
      project: projectNameSchema,
      likeness: likenessSchema,
    }),
  ),
})
export type Reconciliation = Described<typeof reconciliationSchema>

const order: readonly Likeness[] = ['same-name', 'within', 'similar']

export function reconcile(
  library: Library,
  projects: readonly LibraryProject[],
  registrations: readonly Registration[],
  matches: readonly Match[],
): Reconciliation {
  const confirmed = confirmedPairs(registrations, matches)
  const taken = new Set(confirmed.values())
  const started = projects.filter(({ stage, state }) => hasReached(stage, 'started') && state !== 'struck')
  const open = started.filter(({ number }) => !taken.has(number))
  const registeredOnly = registrations.filter(({ code }) => !confirmed.has(code))
  const toldApart = new Set(matches.filter(({ same }) => !same).map(({ code, project }) => `${code}/${project}`))
  return {
    matched: registrations.flatMap((registration) => {
      const project = projects.find(({ number }) => number === confirmed.get(registration.code))
      return project ? [{ registration, project: nameOf(project) }] : []
    }),
    startedOnly: open.map((project) => ({
      ...nameOf(project),
      start: cellOf(project.cells, library.columns.start),
      claimed: cellOf(project.cells, library.columns.registered) === library.yes,
    })),
    registeredOnly,
    proposals: registeredOnly
      .flatMap(({ code, name }) =>
        open.flatMap((project) => {
          const alike = toldApart.has(`${code}/${project.number}`) ? null : likeness(name, project.name)
          return alike === null ? [] : [{ code, project: nameOf(project), likeness: alike }]
        }),
      )
      .toSorted((a, b) => order.indexOf(a.likeness) - order.indexOf(b.likeness)),
  }
}

/** By code the project it is. The latest word on a pair counts; a later match of the same line or project takes its place. */
export function confirmedPairs(
  registrations: readonly Registration[],
  matches: readonly Match[],
): ReadonlyMap<string, string> {
  const pairs = new Map<string, string>()
  for (const { code, project, same } of matches) {
    if (!same) {
      if (pairs.get(code) === project) pairs.delete(code)
      continue
    }
    for (const [other, taken] of pairs) if (taken === project) pairs.delete(other)
    pairs.set(code, project)
  }
  const known = new Set(registrations.map(({ code }) => code))
  return new Map([...pairs].filter(([code]) => known.has(code)))
}

const nameOf = ({ number, name, unit }: LibraryProject): ProjectName => ({ number, name, unit })
