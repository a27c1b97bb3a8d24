import { z } from 'zod'
import { factsSchema } from '../facts.ts'
import { packSchema } from '../pack/pack.ts'
import { caseFileSchema } from './case-file.ts'

const schemas = { pack: packSchema, facts: factsSchema, cases: caseFileSchema }
export type SchemaName = keyof typeof schemas

/** JSON Schema (2020-12) of a pack, of facts or of a case file, for editors and for programs in other languages. */
export function jsonSchema(name: SchemaName): unknown {
  return z.toJSONSchema(schemas[name], { target: 'draft-2020-12', unrepresentable: 'any' })
}
