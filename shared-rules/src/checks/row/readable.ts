import { z } from 'zod'

const sentence = z.string().min(1)

/** Every way a cell can defy its column, each with its own sentence in the pack. */
export const readableSchema = z.strictObject({
  kind: z.literal('readable'),
  sentences: z.strictObject({
    'sheet-error': sentence,
    'number-as-text': sentence,
    'not-a-number': sentence,
    'not-whole': sentence,
    'date-as-text': sentence,
    'impossible-date': sentence,
    'not-a-date': sentence,
    'not-a-choice': sentence,
  }),
})
