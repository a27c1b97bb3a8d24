import { z } from 'zod'

/** What the service says of itself. The document of the API is not described by itself. */
export const operationAnswers = {
  'GET /livez': z.strictObject({ status: z.literal('ok') }),
  'GET /api/v1/openapi.json': z.looseObject({ openapi: z.literal('3.1.0') }),
}
