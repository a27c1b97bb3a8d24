import type { GuardedRoute } from '../access/rules.ts'

/** A request for one thing: its path below `/api/v1`, and a body that passes the schema. */
export interface Asked {
  readonly path: string
  readonly body?: unknown
}

/** How a route is tried on something of the account's own, of another's, and on what does not exist. */
export interface Probe {
  readonly own: Asked
  readonly missing: Asked
  /** By role: what belongs to another unit, another bureau, or is not public yet. */
  readonly foreign?: { readonly clerk?: Asked; readonly verifier?: Asked }
}

/** `account`: answers from the account alone, the request names nothing that could be another's. */
export type RouteProbe = 'account' | Probe

const reason = '试'
const word = { decider: '甲', reason }
const at = (path: string, body?: unknown): Asked => (body === undefined ? { path } : { path, body })
/** There or not, with the same body. */
const there = (own: string, missing: string, body?: unknown): Probe => ({
  own: at(own, body),
  missing: at(missing, body),
})
/** Of a run: one that is published, one that is not, none. */
const run = (tail: string, body?: unknown): Probe => ({
  own: at(`/runs/2019-R02${tail}`, body),
  missing: at(`/runs/2019-R99${tail}`, body),
  foreign: { clerk: at(`/runs/2019-R01${tail}`, body), verifier: at(`/runs/2019-R01${tail}`, body) },
})
const form = (tail: string): Probe => ({
  own: at(`/forms/tax/${tail}?unit=xinxing`),
  missing: at(`/forms/tax/${tail}?unit=nowhere`),
  foreign: { clerk: at(`/forms/tax/${tail}?unit=heping`) },
})
const batch = (tail: string, body?: unknown): Probe => ({
  own: at(`/intake/{own batch}${tail}`, body),
  missing: at(`/intake/none${tail}`, body),
  foreign: { clerk: at(`/intake/{foreign batch}${tail}`, body) },
})
const decisions = [{ item: 'reported', verdict: 'approve' }]
const unitChange = {
  ...{ name: '甲', kind: 'other', pool: null, order: 90, from: null, to: null },
  ...{ decider: '甲', document: '一号' },
}
const supply = (unit: string): Asked =>
  at('/verifications/supplies', {
    window: '2019-06-1',
    figures: [{ unit, indicator: 'investment', value: '1' }],
  })
const handOver = { from: 'x', to: { username: 'someone', name: '甲', phone: '13900000000' }, ...word }
const objectionAnswer = { outcome: 'rejected', answer: reason }
const filing = {
  ...{ cause: reason, measures: reason, completeBy: '2019-09-30', statement: reason, signatory: '甲' },
}
const match = { project: '2-02-0001', same: true, reason }
const scores = { unit: 'xinxing', points: {} }
const accountChange = { name: '甲', role: 'clerk', unit: 'xinxing', reason }

/**
 * One probe for each guarded route: a route without one does not compile. The clerk is 新兴街道's, the verifier 财政局's; the
 * other unit is 和平街道, whose projects others verify. What the ids stand for is made by one-of-each.ts.
 */
export const probes = {
  'POST /api/v1/auth/sign-out': 'account',
  'POST /api/v1/auth/sign-out-everywhere': 'account',
  'POST /api/v1/auth/password': 'account',
  'GET /api/v1/accounts': 'account',
  'POST /api/v1/accounts': 'account',
  'POST /api/v1/accounts/:account/change': there('/accounts/wulong/change', '/accounts/none/change', accountChange),
  'POST /api/v1/accounts/:account/password': there('/accounts/wulong/password', '/accounts/none/password'),
  'POST /api/v1/accounts/:account/disabling': there('/accounts/wulong/disabling', '/accounts/none/disabling', {
    reason,
  }),
  'POST /api/v1/accounts/:account/enabling': there('/accounts/wulong/enabling', '/accounts/none/enabling', { reason }),
  'POST /api/v1/accounts/:account/sign-out': there('/accounts/wulong/sign-out', '/accounts/none/sign-out'),
  'GET /api/v1/me': 'account',
  'GET /api/v1/pack': 'account',
  'GET /api/v1/units': 'account',
  'GET /api/v1/units/register': 'account',
  'GET /api/v1/units/table': 'account',
  'GET /api/v1/units/:unit': {
    own: at('/units/xinxing'),
    missing: at('/units/nowhere'),
    foreign: { clerk: at('/units/heping') },
  },
  'POST /api/v1/units': 'account',
  'POST /api/v1/units/:unit/change': there('/units/xinxing/change', '/units/nowhere/change', unitChange),
  'POST /api/v1/units/:unit/contacts': {
    own: at('/units/xinxing/contacts', { contacts: [] }),
    missing: at('/units/nowhere/contacts', { contacts: [] }),
    foreign: { clerk: at('/units/heping/contacts', { contacts: [] }) },
  },
  'POST /api/v1/units/:unit/contacts/:list/decision': there(
    '/units/xinxing/contacts/1/decision',
    '/units/nowhere/contacts/1/decision',
    { approved: true, ...word },
  ),
  'POST /api/v1/units/:unit/hand-over': there('/units/xinxing/hand-over', '/units/nowhere/hand-over', handOver),
  'GET /api/v1/standing': there('/standing', '/standing?window=none'),
  'POST /api/v1/submissions': 'account',
  'GET /api/v1/history': 'account',
  'GET /api/v1/history/:form': there('/history/tax?cell=reported', '/history/none?cell=reported'),
  'GET /api/v1/receipts/:number': {
    own: at('/receipts/2019-000001'),
    missing: at('/receipts/2019-999999'),
    foreign: { clerk: at('/receipts/2019-000002') },
  },
  'GET /api/v1/intake': 'account',
  'POST /api/v1/intake': 'account',
  'POST /api/v1/intake/grid': 'account',
  'GET /api/v1/intake/:batch': batch(''),
  'POST /api/v1/intake/:batch/entries/:entry': there('/intake/{office batch}/entries/1', '/intake/none/entries/1', {
    unit: 'xinxing',
  }),
  'POST /api/v1/intake/:batch/acceptance': batch('/acceptance', { entries: [{ seq: 1, against: null }] }),
  'GET /api/v1/intake/:batch/list': batch('/list'),
  'GET /api/v1/intake/:batch/entries/:entry/marked': batch('/entries/1/marked'),
  'GET /api/v1/templates': 'account',
  'POST /api/v1/templates': 'account',
  'GET /api/v1/templates/:template': there('/templates/{template}', '/templates/none'),
  'GET /api/v1/templates/:template/file': there('/templates/{template}/file', '/templates/none/file'),
  'POST /api/v1/templates/:template/binding': there('/templates/{template}/binding', '/templates/none/binding', {
    columns: {},
  }),
  'POST /api/v1/templates/:template/confirmation': there(
    '/templates/{template}/confirmation',
    '/templates/none/confirmation',
    { document: '一号', targets: null },
  ),
  'GET /api/v1/verifications': there('/verifications', '/verifications?window=none'),
  'POST /api/v1/verifications': {
    own: at('/verifications', { report: '2019-000001', decisions }),
    missing: at('/verifications', { report: '2019-999999', decisions }),
    foreign: { verifier: at('/verifications', { report: '2019-000004', decisions }) },
  },
  // 财政局 supplies nothing, whoever the unit is.
  'POST /api/v1/verifications/supplies': {
    own: supply('xinxing'),
    missing: supply('nowhere'),
    foreign: { verifier: supply('heping') },
  },
  'GET /api/v1/verifications/disputes': there('/verifications/disputes', '/verifications/disputes?window=none'),
  'GET /api/v1/verifications/history': {
    own: at('/verifications/history?unit=xinxing&form=tax'),
    missing: at('/verifications/history?unit=nowhere&form=tax'),
    foreign: { verifier: at('/verifications/history?unit=heping&form=projects') },
  },
  'GET /api/v1/evidence': {
    own: at('/evidence?unit=xinxing&form=tax'),
    missing: at('/evidence?unit=nowhere&form=tax'),
    foreign: { clerk: at('/evidence?unit=heping&form=tax'), verifier: at('/evidence?unit=heping&form=projects') },
  },
  'POST /api/v1/evidence': 'account',
  'GET /api/v1/evidence/:evidence/file': {
    own: at('/evidence/{own evidence}/file'),
    missing: at('/evidence/none/file'),
    foreign: { clerk: at('/evidence/{foreign evidence}/file'), verifier: at('/evidence/{foreign evidence}/file') },
  },
  'POST /api/v1/evidence/:evidence/withdrawal': {
    own: at('/evidence/{own evidence}/withdrawal', { reason }),
    missing: at('/evidence/none/withdrawal', { reason }),
    foreign: { clerk: at('/evidence/{foreign evidence}/withdrawal', { reason }) },
  },
  'GET /api/v1/objections': 'account',
  'POST /api/v1/objections': 'account',
  'POST /api/v1/objections/:objection/answer': {
    own: at('/objections/2019-O01/answer', objectionAnswer),
    missing: at('/objections/2019-O99/answer', objectionAnswer),
    foreign: { verifier: at('/objections/2019-O02/answer', objectionAnswer) },
  },
  'GET /api/v1/projects': 'account',
  'GET /api/v1/projects/lists': 'account',
  'GET /api/v1/projects/:project': {
    own: at('/projects/2-02-0001'),
    missing: at('/projects/2-02-9999'),
    foreign: { clerk: at('/projects/2-03-0001'), verifier: at('/projects/2-03-0001') },
  },
  'POST /api/v1/projects/:project/admission': {
    own: at('/projects/2-02-0001/admission', { admitted: true, ...word }),
    missing: at('/projects/2-02-9999/admission', { admitted: true, ...word }),
    foreign: { verifier: at('/projects/2-03-0001/admission', { admitted: true, ...word }) },
  },
  'POST /api/v1/projects/:project/removal': {
    own: at('/projects/2-02-0001/removal', word),
    missing: at('/projects/2-02-9999/removal', word),
    foreign: { verifier: at('/projects/2-03-0001/removal', word) },
  },
  'GET /api/v1/registrations': 'account',
  'POST /api/v1/registrations': 'account',
  'POST /api/v1/registrations/:code/match': {
    own: at('/registrations/T01/match', match),
    missing: at('/registrations/none/match', match),
    foreign: { verifier: at('/registrations/T01/match', match) },
  },
  'GET /api/v1/rankings': there('/rankings?pool=town', '/rankings?pool=none'),
  'GET /api/v1/windows': 'account',
  'GET /api/v1/windows/calendar': 'account',
  'POST /api/v1/windows/:window/lock': there('/windows/2019-06-1/lock', '/windows/none/lock', {
    locked: true,
    ...word,
  }),
  'POST /api/v1/windows/:window/reopenings': there('/windows/2019-06-1/reopenings', '/windows/none/reopenings', {
    ...{ units: ['xinxing'], forms: ['tax'], expires: '2019-12-31T00:00:00+08:00' },
    ...word,
  }),
  'GET /api/v1/board': there('/board', '/board?window=none'),
  'GET /api/v1/findings': 'account',
  'POST /api/v1/findings': 'account',
  'POST /api/v1/findings/:finding/reply': {
    own: at('/findings/2019-F01/reply', { reply: reason }),
    missing: at('/findings/2019-F99/reply', { reply: reason }),
    foreign: { clerk: at('/findings/2019-F02/reply', { reply: reason }) },
  },
  'POST /api/v1/findings/:finding/lifting': there('/findings/2019-F01/lifting', '/findings/2019-F99/lifting', word),
  'GET /api/v1/runs': 'account',
  'POST /api/v1/runs': {
    own: at('/runs', { window: '2019-06-1', title: reason }),
    missing: at('/runs', { window: 'none', title: reason }),
  },
  'GET /api/v1/runs/:run': run(''),
  'GET /api/v1/runs/:run/rankings/:pool': run('/rankings/town'),
  'GET /api/v1/runs/:run/tables/:table': run('/tables/ranking-town'),
  'GET /api/v1/runs/:run/workbook': run('/workbook'),
  'GET /api/v1/runs/:run/changes': run('/changes?from=2019-R02'),
  'GET /api/v1/runs/:run/reexecution': run('/reexecution'),
  'POST /api/v1/runs/:run/awards/:award': there('/runs/2019-R01/awards/tax-award', '/runs/2019-R99/awards/tax-award', {
    count: 2,
    chosen: [],
    ...word,
  }),
  'POST /api/v1/runs/:run/signature': there('/runs/2019-R01/signature', '/runs/2019-R99/signature', {
    ...{ decider: '甲', document: '一号' },
  }),
  'POST /api/v1/runs/:run/publication': there('/runs/2019-R01/publication', '/runs/2019-R99/publication'),
  'GET /api/v1/runs/:run/units/:unit': {
    own: at('/runs/2019-R02/units/xinxing'),
    missing: at('/runs/2019-R02/units/nowhere'),
    foreign: { clerk: at('/runs/2019-R02/units/heping'), verifier: at('/runs/2019-R02/units/heping') },
  },
  'GET /api/v1/runs/:run/units/:unit/ways-up': {
    own: at('/runs/2019-R02/units/xinxing/ways-up'),
    missing: at('/runs/2019-R02/units/nowhere/ways-up'),
    foreign: { clerk: at('/runs/2019-R02/units/heping/ways-up'), verifier: at('/runs/2019-R02/units/heping/ways-up') },
  },
  'POST /api/v1/runs/:run/simulation': there('/runs/2019-R02/simulation', '/runs/2019-R99/simulation', {
    ...{ unit: 'xinxing', veto: 'x', stands: true },
  }),
  'GET /api/v1/panels': 'account',
  'POST /api/v1/panels': 'account',
  // Neither the clerk nor the verifier is among the judges.
  'POST /api/v1/panels/:panel/scores': {
    own: at('/panels/2019-P01/scores', scores),
    missing: at('/panels/2019-P99/scores', scores),
    foreign: { clerk: at('/panels/2019-P01/scores', scores), verifier: at('/panels/2019-P01/scores', scores) },
  },
  'POST /api/v1/panels/:panel/closing': there('/panels/2019-P01/closing', '/panels/2019-P99/closing', word),
  'GET /api/v1/targets': 'account',
  'GET /api/v1/targets/:issue': there('/targets/1', '/targets/99'),
  'GET /api/v1/targets/:issue/differences': there('/targets/1/differences', '/targets/99/differences'),
  'GET /api/v1/targets/:issue/table': there('/targets/1/table', '/targets/99/table'),
  'GET /api/v1/target-drafts': 'account',
  'GET /api/v1/target-drafts/:draft': there('/target-drafts/2019-D01', '/target-drafts/2019-D99'),
  'POST /api/v1/target-drafts': 'account',
  'POST /api/v1/target-drafts/:draft/approval': there(
    '/target-drafts/2019-D01/approval',
    '/target-drafts/2019-D99/approval',
    { decider: '甲', minutes: '一号', date: '2019-06-17' },
  ),
  'POST /api/v1/target-drafts/:draft/issue': there('/target-drafts/2019-D01/issue', '/target-drafts/2019-D99/issue', {
    document: '一号',
    effectiveFrom: '2019-06-17',
  }),
  'POST /api/v1/target-drafts/:draft/withdrawal': there(
    '/target-drafts/2019-D01/withdrawal',
    '/target-drafts/2019-D99/withdrawal',
    { reason },
  ),
  'GET /api/v1/audit': 'account',
  'GET /api/v1/rectifications': 'account',
  'GET /api/v1/rectifications/table': 'account',
  'GET /api/v1/rectifications/workbook': 'account',
  'POST /api/v1/rectifications/:rectification/filing': {
    own: at('/rectifications/{own rectification}/filing', filing),
    missing: at('/rectifications/2019-Z99/filing', filing),
    foreign: { clerk: at('/rectifications/{foreign rectification}/filing', filing) },
  },
  'GET /api/v1/forms': 'account',
  'GET /api/v1/forms/:form/workbook': form('workbook'),
  'POST /api/v1/forms/:form/workbook': 'account',
  'GET /api/v1/forms/:form/grid': form('grid'),
} as const satisfies Record<GuardedRoute, RouteProbe>
