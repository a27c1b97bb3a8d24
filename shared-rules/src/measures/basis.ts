import { z } from 'zod'

/**
 * What a measure looks at.
 *
 * `completion` A/T · `reverse` T/A, for what should be small · `excess` 100·(A/T − 1), percentage points over the target ·
 * `difference` A − T, in the indicator's unit · `actual` A itself, no target needed.
 */
export const basisSchema = z.enum(['completion', 'reverse', 'excess', 'difference', 'actual'])
export type Basis = z.infer<typeof basisSchema>
