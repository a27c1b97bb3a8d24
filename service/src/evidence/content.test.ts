import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { added, fileOf, pdfOf } from '../testing/evidence-steps.ts'
import { testService } from '../testing/harness.ts'
import { problem } from '../testing/verification-steps.ts'
import { pieceBytes } from './store.ts'

it('lies in pieces, so that copying a store never holds much of it', async () => {
  const service = await testService()
  await added(await service.signIn('xinxing'), pdfOf('x'.repeat(3 * pieceBytes)))
  const pieces = service.db
    .selectFrom('evidence_piece')
    .select(sql<number>`length(bytes)`.as('length'))
    .orderBy('seq')
  const lengths = (await pieces.execute()).map(({ length }) => Number(length))
  expect(lengths).toEqual([pieceBytes, pieceBytes, pieceBytes, pdfOf('').length])
})

it('is not handed out when it is no longer what was added, and somebody is told to look into it', async () => {
  const service = await testService()
  const clerk = await service.signIn('xinxing')
  const evidence = await added(clerk, pdfOf('立项批复'))
  const sound = await added(clerk, pdfOf('另一份'))
  const bytes = Buffer.from(pdfOf('伪造批复'))
  await service.db
    .updateTable('evidence_piece')
    .set({ bytes } as never)
    .where('file', '=', evidence.id)
    .execute()

  const answer = await clerk.get(`/evidence/${evidence.id}/file`)
  expect(answer.headers.get('content-type')).toBe('application/problem+json')
  expect(await problem(answer)).toMatchObject({
    status: 500,
    type: '/problems/evidence-altered',
    evidence: evidence.id,
  })
  const told = service.lines.find(({ message }) => message === 'evidence-altered')
  expect(JSON.stringify(told)).toContain(evidence.id)
  expect(await fileOf(clerk, sound)).toEqual(pdfOf('另一份'))

  await service.db.deleteFrom('evidence_piece').where('file', '=', sound.id).execute()
  expect((await clerk.get(`/evidence/${sound.id}/file`)).status).toBe(500)
})
