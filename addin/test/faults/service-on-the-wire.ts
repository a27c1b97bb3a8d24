import type { FormRecord } from '@kaohe/shared-rules'
import { testService } from '../../../service/src/testing/harness.ts'
import { apiClient, type Submission } from '../../src/api/client.ts'

/** The real service at the other end of a line that can be cut, with one clerk signed in. */
export async function serviceOnTheWire(username: string) {
  const service = await testService()
  const client = await service.signIn(username)
  let cut: string | null = null
  const fetchFn: typeof fetch = async (input, init) => {
    if (cut === 'before it leaves') throw new TypeError('the line is cut')
    const url = new URL(String(input))
    const response = await service.request(url.pathname + url.search, init)
    if (cut === 'after it arrived, before the answer') throw new TypeError('the line is cut')
    if (cut !== 'in the middle of the answer') return response
    const text = await response.text()
    return new Response(text.slice(0, text.length / 2), { status: response.status, headers: response.headers })
  }
  const anyone = apiClient('http://service', fetchFn)
  return {
    client: anyone,
    token: client.token,
    api: anyone.signedIn(client.token),
    /** Somebody else at the end of the same line. */
    signedIn: async (other: string) => anyone.signedIn((await service.signIn(other)).token),
    cut: (where: string | null) => void (cut = where),
    draft: async (record: FormRecord): Promise<Submission> => service.draft(client, record),
    /** Numbers of all stored reports, in the order of receipt. */
    stored: async () => {
      const rows = await service.db.selectFrom('submission').select('number').orderBy('seq').execute()
      return rows.map(({ number }) => number)
    },
  }
}

/** 附件1 with one figure. */
export const recordOf = (figure: number): FormRecord => ({
  form: 'investment',
  template: 1,
  cells: { reported: String(figure), note: null },
  ledgers: {},
})
