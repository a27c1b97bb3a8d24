import { Hono } from 'hono'
import { z } from 'zod'
import { ownUnit, seesAll, signedIn, type Env } from '../access/guard.ts'
import { ProblemError } from '../problem.ts'
import { validated } from '../validated.ts'
import { findReceipt } from './store.ts'
import { submitSchema, type SubmitDeps } from './submission.ts'
import type { Submit } from './submit.ts'

const keySchema = z.object({
  'idempotency-key': z.string().regex(/^[\x21-\x7e]{8,128}$/, '须为 8–128 个可见的 ASCII 字符'),
  /** When the sender's machine saved the report, by its own clock. */
  'saved-at': z.iso.datetime().optional(),
})

/** Handing a report in, and the receipts. */
export function reportRoutes({ db, campaign, submit }: SubmitDeps & { readonly submit: Submit }) {
  return new Hono<Env>()
    .post('/submissions', validated('header', keySchema), validated('json', submitSchema), async (c) => {
      const sender = {
        account: signedIn(c).id,
        username: signedIn(c).username,
        unit: ownUnit(c),
        idempotencyKey: c.req.valid('header')['idempotency-key'],
        savedAt: c.req.valid('header')['saved-at'] ?? null,
        requestId: c.get('requestId'),
      }
      const { kind, receipt } = await submit(sender, c.req.valid('json'))
      return c.json({ receipt }, kind === 'new' ? 201 : 200)
    })
    .get('/receipts/:number', async (c) => {
      const { role, unit } = signedIn(c)
      const receipt = await findReceipt(db, campaign.id, c.req.param('number'))
      if (!receipt || (!seesAll(role) && receipt.unit.id !== unit)) throw new ProblemError({ type: 'not-found' })
      c.header('Cache-Control', 'no-store')
      return c.json({ receipt })
    })
}
