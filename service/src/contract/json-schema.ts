import { z } from 'zod'

export type Json = { readonly [key: string]: unknown }

/** What a client has to send; what only code can check is in the schema's own words, not here. */
export function schemaOf(schema: z.ZodType): Json {
  const { $schema: _, ...json } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' })
  return json
}

/** What a client gets. What bears an id is described once, among the document's components, and referred to. */
export function answerSchemaOf(name: string, schema: z.ZodType): { readonly schema: Json; readonly components: Json } {
  const {
    $schema: _,
    $defs = {},
    ...json
  } = z.toJSONSchema(schema, { io: 'output', unrepresentable: 'any', override: loosened })
  // What is nested without end and bears no id is numbered by each call anew.
  const renamed = (id: string) => id.replace(/^__schema/, `${name}Part`)
  const referring = (part: unknown): unknown =>
    JSON.parse(
      JSON.stringify(part, (key, value: unknown) =>
        key === '$ref' && typeof value === 'string'
          ? value.replace(/^#\/\$defs\/(.*)$/, (_, id: string) => `#/components/schemas/${renamed(id)}`)
          : value,
      ),
    )
  return {
    schema: referring(json) as Json,
    components: Object.fromEntries(
      Object.entries($defs).map(([id, { id: _id, ...part }]) => [renamed(id), referring(part)]),
    ),
  }
}

/** A client goes on working when an answer gets one more field, so nobody is told to refuse it. Safe integers go without saying. */
function loosened({ jsonSchema }: { readonly jsonSchema: z.core.JSONSchema.BaseSchema }): void {
  if (jsonSchema.additionalProperties === false) delete jsonSchema.additionalProperties
  if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum
  if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum
}
