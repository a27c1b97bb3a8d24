import {
  stageNames,
  type Cells,
  type Form,
  type Ledger,
  type Library,
  type Pack,
  type StageName,
} from '@kaohe/shared-rules'
import { officeBureau } from '../verification/responsible.ts'

/** The ledger whose rows are the project library, with where it lies in the pack. */
export interface ProjectLedger {
  readonly form: Form
  readonly ledger: Ledger
  readonly library: Library
}

/** The library of a pack, or null where a pack keeps none. */
export function projectLedger({ forms }: Pack): ProjectLedger | null {
  for (const form of forms) {
    for (const ledger of form.ledgers) {
      if (ledger.library) return { form, ledger, library: ledger.library }
    }
  }
  return null
}

/** The stage a row states, or null where it states none that there is. */
export function stageOf({ stages, columns }: Library, cells: Cells): StageName | null {
  const word = cells[columns.stage]?.trim()
  return stageNames.find((name) => stages[name] === word) ?? null
}

/** Has a project of this stage come at least to that one? */
export const hasReached = (stage: StageName | null, least: StageName): boolean =>
  stage !== null && stageNames.indexOf(stage) >= stageNames.indexOf(least)

/** Nobody keeps the library for its own projects: there the office does. */
export const keeperFor = ({ keeper }: Library, unit: string): string => (keeper === unit ? officeBureau : keeper)

export const cellOf = (cells: Cells, column: string): string | null => cells[column]?.trim() || null
