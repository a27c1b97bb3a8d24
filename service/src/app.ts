import { Hono, type Context, type MiddlewareHandler } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { requestId } from 'hono/request-id'
import { guard, type Env } from './access/guard.ts'
import { accountRoutes, type AccountDeps } from './accounts/account-routes.ts'
import { rateLimit, type RateLimits } from './access/rate-limit.ts'
import type { Auth } from './accounts/auth.ts'
import { knownSessions } from './accounts/known-sessions.ts'
import { accountOf, authRoutes } from './accounts/routes.ts'
import { signInLimit } from './accounts/sign-in-limit.ts'
import { auditRoutes } from './audit/routes.ts'
import { boardRoutes } from './board/routes.ts'
import { systemClock } from './clock.ts'
import { contractRoutes } from './contract/routes.ts'
import { isUnavailable, isUnstorable } from './db/connect.ts'
import { largestEvidence, type EvidenceCaps } from './evidence/caps.ts'
import { evidenceRoutes } from './evidence/routes.ts'
import { findingRoutes } from './findings/routes.ts'
import { historyRoutes } from './history/routes.ts'
import { formRoutes } from './forms/routes.ts'
import { intakeRoutes } from './intake/routes.ts'
import { judgingRoutes } from './judging/routes.ts'
import type { Log } from './log.ts'
import { createMetrics } from './operations/metrics.ts'
import { objectionRoutes } from './objections/routes.ts'
import { operationRoutes } from './operations/routes.ts'
import { pageHeaders } from './pages/headers.ts'
import { pageRoutes, type Pages } from './pages/routes.ts'
import { ProblemError, problemResponse, type Problem } from './problem.ts'
import { projectRoutes } from './projects/routes.ts'
import { rankingRoutes } from './rankings/routes.ts'
import { rectificationRoutes } from './rectifications/routes.ts'
import { registerRoutes, type RegisterDeps } from './register/routes.ts'
import { registrationRoutes } from './registrations/routes.ts'
import { reportRoutes } from './reports/routes.ts'
import { submitting } from './reports/submit.ts'
import { requestLog } from './request-log.ts'
import { runRoutes } from './runs/routes.ts'
import { standingRoutes } from './standing/routes.ts'
import { targetDraftRoutes, targetRoutes } from './targets/routes.ts'
import { templateRoutes } from './templates/routes.ts'
import { bodyLimits } from './uploads.ts'
import { unitRoutes } from './units/routes.ts'
import { verificationRoutes } from './verification/routes.ts'
import { windowRoutes } from './windows/routes.ts'
import { ReaderBusy, type WorkbookReader } from './workbooks/reading/reader.ts'

export interface AppDeps extends RegisterDeps {
  readonly auth: Auth
  readonly authIn: AccountDeps['authIn']
  readonly log: Log
  readonly pages: Pages
  /** Reads workbooks that others made. Whoever opened it closes it. */
  readonly reader: WorkbookReader
  /** Is the service reached by https, as far as people can see? */
  readonly https: boolean
  /** How much one account or address may ask for; null for no bound, as in tests whose clock stands. */
  readonly rateLimits: RateLimits | null
  /** Where the pane may be framed besides Microsoft's hosts. */
  readonly frameAncestors: readonly string[]
  readonly addressOf: (c: Context) => string
  readonly minFreeBytes: number
  readonly evidenceCaps: EvidenceCaps
}

/** The largest report: 2,000 ledger rows of 16 columns, well filled. */
const largestBody = 4 * 1024 * 1024

/** What somebody has to look into. */
const toBeLogged: readonly Problem['type'][] = ['unexpected', 'unavailable', 'evidence-altered']

const unlimited: MiddlewareHandler<Env> = (_c, next) => next()

/** The whole service as one value: no port, no environment, no clock of its own. */
export function createApp(deps: AppDeps) {
  const { db, auth, log, clock, pages, campaign } = deps
  const metrics = createMetrics()
  const sessions = knownSessions(accountOf(auth, systemClock.now), clock.now)
  // One way in for reports, by whatever route: all that wait at the same time share a commit.
  const submitDeps = { ...deps, submit: submitting(deps) }
  const accountDeps = { ...deps, accountsChanged: sessions.forgetAll }
  const app = new Hono<Env>()
    .use(requestId(), requestLog(log), metrics.measure, pageHeaders({ ...deps, officeJs: pages.officeJs }))
    .use(guard(sessions.accountOf))
    .use(deps.rateLimits ? rateLimit(deps.rateLimits, { now: clock.now, addressOf: deps.addressOf }) : unlimited)
    // Last: a body that tells no length is read to be measured, and nobody's is who may not be here.
    .use(bodyLimits({ plain: largestBody, evidence: largestEvidence(deps.evidenceCaps) }))
    .notFound((c) => problemResponse(c, { type: 'not-found' }))
    .onError((error, c) => {
      const problem = problemOf(error)
      if (toBeLogged.includes(problem.type)) {
        const { name, message, stack, cause } = error
        const why = cause instanceof Error ? { cause: cause.message } : {}
        log.error({ requestId: c.get('requestId'), error: { name, message, stack, ...why } }, problem.type)
      }
      return problemResponse(c, problem)
    })
    .route('/', operationRoutes({ ...deps, metrics }))
    .route(
      '/api/v1/auth',
      authRoutes({
        ...accountDeps,
        limit: signInLimit(db, clock.now),
        signedOut: sessions.forget,
      }),
    )
    .route('/api/v1/accounts', accountRoutes(accountDeps))
    .route('/api/v1', registerRoutes(deps))
    .route('/api/v1/units', unitRoutes(accountDeps))
    .route('/api/v1/standing', standingRoutes(deps))
    .route('/api/v1', reportRoutes(submitDeps))
    .route('/api/v1/history', historyRoutes(deps))
    .route('/api/v1/intake', intakeRoutes(submitDeps))
    .route('/api/v1/templates', templateRoutes(deps))
    .route('/api/v1/verifications', verificationRoutes(deps))
    .route('/api/v1/evidence', evidenceRoutes(deps))
    .route('/api/v1/objections', objectionRoutes(deps))
    .route('/api/v1/projects', projectRoutes(deps))
    .route('/api/v1/registrations', registrationRoutes(deps))
    .route('/api/v1/rankings', rankingRoutes(deps))
    .route('/api/v1/windows', windowRoutes(deps))
    .route('/api/v1/board', boardRoutes(deps))
    .route('/api/v1/findings', findingRoutes(deps))
    .route('/api/v1/runs', runRoutes(deps))
    .route('/api/v1/targets', targetRoutes(deps))
    .route('/api/v1/target-drafts', targetDraftRoutes(deps))
    .route('/api/v1/rectifications', rectificationRoutes(deps))
    .route('/api/v1/panels', judgingRoutes(deps))
    .route('/api/v1/audit', auditRoutes(deps))
    .route('/api/v1/forms', formRoutes(deps))
  // Neither the contract nor the pages are part of the API's type.
  app.route(
    '/',
    contractRoutes(() => app.routes, campaign.title),
  )
  app.route('/', pageRoutes(pages, { title: campaign.title, demo: clock.demo }))
  return app
}

/** The one thing the add-in may take from this package, as a type. */
export type Api = ReturnType<typeof createApp>

function problemOf(error: Error): Problem {
  if (error instanceof ProblemError) return error.problem
  if (error instanceof HTTPException && error.status === 400) {
    return { type: 'invalid-request', issues: [{ path: '', message: '请求正文不是合法的 JSON' }] }
  }
  if (isUnstorable(error)) {
    return { type: 'invalid-request', issues: [{ path: '', message: '文字中有不能保存的字符（U+0000）' }] }
  }
  if (isUnavailable(error) || error instanceof ReaderBusy) return { type: 'unavailable', retryAfter: 5 }
  return { type: 'unexpected' }
}
