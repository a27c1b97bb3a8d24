import { createHash } from 'node:crypto'
import { auditEntries } from '../audit/store.ts'
import type { EvidenceFile } from '../evidence/evidence-file.ts'
import type { TestClient, TestService } from './harness.ts'

/** A PDF as far as anybody looks, with these words in it. */
export const pdfOf = (words: string): Uint8Array => new TextEncoder().encode(`%PDF-1.7\n${words}`)

export const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

interface Given {
  readonly name?: string
  readonly form?: string
  readonly item?: string
}

/** Adds a file as this clerk; to the figure of 附件4 unless to something else. */
export const send = (clerk: TestClient, bytes: Uint8Array, given: Given = {}) => {
  const { name = '批复.pdf', form = 'tax', item = 'reported' } = given
  return clerk.upload('/evidence', 'file', { [name]: bytes }, { form, item })
}

export async function added(clerk: TestClient, bytes: Uint8Array, given?: Given): Promise<EvidenceFile> {
  const response = await send(clerk, bytes, given)
  if (response.status !== 201) throw new Error(`refused: ${await response.text()}`)
  return ((await response.json()) as { evidence: EvidenceFile }).evidence
}

export async function listed(client: TestClient, query = ''): Promise<readonly EvidenceFile[]> {
  return ((await (await client.get(`/evidence${query}`)).json()) as { evidence: readonly EvidenceFile[] }).evidence
}

export const fileOf = async (client: TestClient, { id }: EvidenceFile): Promise<Uint8Array> =>
  new Uint8Array(await (await client.get(`/evidence/${id}/file`)).arrayBuffer())

/** Lines of the log about one kind of change. */
export const logged = async ({ db }: TestService, action: string) =>
  (await auditEntries(db, 'haizhou-2019')).filter((entry) => entry.action === action)
