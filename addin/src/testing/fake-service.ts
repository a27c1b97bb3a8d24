import {
  evaluateUnit,
  factsOfRecords,
  fingerprint,
  fingerprints,
  packHash,
  rankPool,
  type FormRecord,
} from '@kaohe/shared-rules'
import type { Receipt, Returned, Submission, Verification } from '../api/client.ts'
import { pack, targets, unitOf, units } from './campaign.ts'
import { fakeEvidence } from './fake-evidence.ts'

const windows = [
  {
    id: '2019-05-2',
    title: '5月下半月',
    start: '2019-05-16',
    end: '2019-05-31',
    due: '2019-06-04T17:30:00+08:00',
    state: 'open',
  },
  {
    id: '2019-06-1',
    title: '6月上半月',
    start: '2019-06-01',
    end: '2019-06-15',
    due: '2019-06-18T17:30:00+08:00',
    state: 'open',
  },
]
export const password = 'right password'

type Refusal = { readonly status: number; readonly type: string }
type Line = 'up' | 'cut' | 'cut-after-arrival'

/** The service as the pane meets it, in memory: it keeps reports, gives receipts, and can be made to refuse or to vanish. */
export function fakeService() {
  const records: Record<string, Record<string, FormRecord>> = {}
  const receipts = new Map<string, Receipt>()
  const state = {
    line: 'up' as Line,
    /** Turns down the next report so. */
    refuseNext: null as Refusal | null,
    /** Tokens given before no longer hold. */
    lapsed: false,
    /** Signed in with a password from the office: nothing but another one is talked about. */
    givenPassword: false,
    submissions: [] as Submission[],
    revision: 0,
    /** What bureaus sent back, by form, and what they verified. */
    returned: {} as Record<string, readonly Returned[]>,
    verification: [] as readonly Verification[],
  }
  const evidence = fakeEvidence()
  let tokens = 0

  function standing(unit: string) {
    const mine = records[unit] ?? {}
    const forms = pack.forms.map(({ id, template }) => {
      const record = mine[id]
      const receipt = [...receipts.values()].findLast((one) => one.unit.id === unit && one.form === id)
      const returned = state.returned[id] ?? []
      if (!record || !receipt) return { form: id, template, state: 'not-reported', submission: null, returned: [] }
      const { number, window, receivedAt, timeliness, numbers } = receipt
      const submission = { number, window, receivedAt, timeliness, record, numbers }
      return { form: id, template, state: returned.length > 0 ? 'returned' : 'reported', submission, returned }
    })
    const revision = fingerprint({ mine, changed: state.revision })
    const verification = state.verification
    return { unit: unitOf(unit), targets: targets[unit] ?? {}, revision, window: '2019-06-1', forms, verification }
  }

  function submit(unit: string, key: string, submission: Submission): Response {
    const given = receipts.get(key)
    if (given) return Response.json({ receipt: given })
    if (state.refuseNext) {
      const { status, type } = state.refuseNext
      state.refuseNext = null
      return problem(status, type)
    }
    if (submission.basis !== standing(unit).revision) return problem(409, 'standing-outdated')
    const mine = { ...records[unit], [submission.form]: submission.record }
    const facts = factsOfRecords(pack, unitOf(unit), targets[unit] ?? {}, mine)
    const result = evaluateUnit(pack, facts)
    const computed = fingerprints(pack, facts, result)
    if (computed.result !== submission.preview.result) return problem(409, 'parity-mismatch')
    records[unit] = mine
    state.submissions.push(submission)
    const ledgers = Object.entries(submission.record.ledgers)
    const receipt: Receipt = {
      number: `2019-00000${receipts.size + 1}`,
      receivedAt: '2019-06-18T01:05:00.000Z',
      unit: unitOf(unit),
      form: submission.form,
      window: submission.window,
      timeliness: 'on-time',
      pack: { id: pack.id, version: pack.version, hash: packHash(pack) },
      fingerprints: computed,
      total: { kind: 'withheld', undecided: [], counted: '0.00', countedWeight: '0' },
      indicators: [],
      cells: Object.keys(submission.record.cells).map((path) => ({ path, status: 'accepted' as const })),
      numbers: ledgers.flatMap(([ledger, rows]) => rows.map((_, row) => ({ ledger, row, number: `XX-${row + 1}` }))),
    }
    receipts.set(key, receipt)
    return Response.json({ receipt }, { status: 201 })
  }

  function ranking(pool: string) {
    const members = units.filter((unit) => unit.pool === pool)
    const results = members.map((unit) =>
      evaluateUnit(pack, factsOfRecords(pack, unit, targets[unit.id] ?? {}, records[unit.id] ?? {})),
    )
    const { id, version, official, notice } = pack
    return {
      window: '2019-06-1',
      pool,
      provisional: true,
      pack: { id, version, hash: packHash(pack), official, notice },
      runAt: '2019-06-18T01:10:00.000Z',
      indicators: pack.indicators.map(({ id, title, weights }) => ({ id, title, weight: weights[pool] ?? null })),
      rows: rankPool(pack, pool, results).map(({ unit, rank, total }) => ({
        rank,
        unit: { id: unit, name: unitOf(unit).name },
        indicators: Object.fromEntries(
          (results.find((result) => result.unit === unit)?.indicators ?? []).map(({ indicator, status, shown }) => [
            indicator,
            { status, shown, marks: ['not-reported'] },
          ]),
        ),
        total,
        marks: ['not-reported'],
      })),
    }
  }

  function answer(path: string, query: URLSearchParams, headers: Headers, sent: unknown): Response {
    const body = String(sent ?? '')
    if (path === '/auth/sign-in/username') {
      const { username, password: given } = JSON.parse(body) as { username: string; password: string }
      if (given !== password) return problem(401, 'sign-in-failed')
      state.lapsed = false
      tokens += 1
      return Response.json({ token: `${username} ${tokens}` })
    }
    const [, username = '', issue] = /^Bearer (\S+) (\d+)$/.exec(headers.get('authorization') ?? '') ?? []
    if (state.lapsed || issue === undefined) return problem(401, 'not-signed-in')
    const role = username === 'office' || username === 'verifier' ? username : 'clerk'
    const unit = role === 'clerk' ? unitOf(username) : null
    if (path === '/auth/password') {
      if ((JSON.parse(body) as { currentPassword: string }).currentPassword !== password) {
        return problem(400, 'invalid-request')
      }
      state.givenPassword = false
      tokens += 1
      return Response.json({ token: `${username} ${tokens}` })
    }
    if (state.givenPassword && path !== '/me') return problem(403, 'password-change-required')
    if (unit && path.startsWith('/evidence')) return evidence.answer(unit.id, path, sent)
    switch (path) {
      case '/me':
        return Response.json({
          account: { username, name: unit ? `${unit.name}填报员` : username, role, unit },
          clock: { now: '2019-06-18T01:00:00.000Z', demo: true },
          campaign: { id: 'haizhou-2019', title: '海州区“2019项目年”考核', year: 2019 },
          windows,
          window: '2019-06-1',
        })
      case '/pack':
        return Response.json({ pack, hash: packHash(pack) })
      case '/units':
        return Response.json(units)
      case '/standing':
        return Response.json(standing(username))
      case '/submissions':
        return submit(username, headers.get('idempotency-key') ?? '', JSON.parse(body) as Submission)
      case '/verifications':
        return Response.json({ bureau: 'drc', window: '2019-06-1', reports: [], supplies: [] })
      case '/rankings':
        return Response.json(ranking(query.get('pool') ?? ''))
      default:
        return problem(404, 'not-found')
    }
  }

  const fetchFn: typeof fetch = async (input, init) => {
    const url = new URL(String(input), 'http://service')
    const headers = new Headers(init?.headers)
    if (state.line === 'cut') throw new TypeError('no network')
    const response = answer(url.pathname.replace('/api/v1', ''), url.searchParams, headers, init?.body)
    if (state.line === 'cut-after-arrival' && url.pathname.endsWith('/submissions')) throw new TypeError('no network')
    return response
  }
  return { fetchFn, state, receipts, evidence }
}

function problem(status: number, type: string): Response {
  return Response.json({ type: `/problems/${type}`, status, requestId: 'r1' }, { status })
}
