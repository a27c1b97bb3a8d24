import type { LibraryProject } from '../../api/projects.ts'

export interface UnitProjects {
  readonly id: string
  readonly name: string
  readonly own: readonly LibraryProject[]
}

/** Projects unit by unit, in the order in which units first appear. */
export function byUnit(projects: readonly LibraryProject[]): readonly UnitProjects[] {
  const units = [...new Map(projects.map(({ unit }) => [unit.id, unit.name]))]
  return units.map(([id, name]) => ({ id, name, own: projects.filter(({ unit }) => unit.id === id) }))
}

export const stages = ['reserve', 'signed', 'started', 'registered', 'completed', 'removed'] as const
