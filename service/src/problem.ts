import type { Fingerprints, Verdict } from '@kaohe/shared-rules'
import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { RefusalReason } from './workbooks/reading/refusal.ts'

interface PackName {
  readonly id: string
  readonly version: string
  readonly hash: string
}

/** Every way a request can be turned down. A new one is added here and nowhere else; details are fields, not prose. */
export type Problem =
  | {
      readonly type: 'invalid-request'
      readonly issues: readonly { readonly path: string; readonly message: string }[]
    }
  | { readonly type: 'too-large'; readonly limit: number }
  | { readonly type: 'not-signed-in' }
  | { readonly type: 'sign-in-failed' }
  /** Signed in with a password that somebody else made up. */
  | { readonly type: 'password-change-required' }
  | { readonly type: 'too-many-attempts'; readonly retryAfter: number }
  | { readonly type: 'too-many-requests'; readonly retryAfter: number }
  /** Missing, or not for this account: the two are not told apart. */
  | { readonly type: 'not-found' }
  | { readonly type: 'pack-outdated'; readonly sent: string; readonly current: PackName }
  | { readonly type: 'template-outdated'; readonly form: string; readonly sent: number; readonly current: number }
  | { readonly type: 'standing-outdated'; readonly sent: string; readonly current: string }
  | { readonly type: 'window-closed'; readonly window: string; readonly state: 'future' | 'past' | 'locked' }
  | { readonly type: 'parity-mismatch'; readonly preview: Fingerprints; readonly computed: Fingerprints }
  | { readonly type: 'red-verdicts'; readonly verdicts: readonly Verdict[] }
  | { readonly type: 'reasons-missing'; readonly verdicts: readonly Verdict[]; readonly missing: readonly string[] }
  /** The unit has handed in another report since. */
  | { readonly type: 'report-outdated'; readonly sent: string; readonly current: string | null }
  /** Somebody has changed what is stored of it, or of what was decided about its awards, behind the service's back. */
  | { readonly type: 'run-altered'; readonly run: string; readonly part: 'run' | 'awards' }
  | { readonly type: 'run-state'; readonly run: string; readonly status: 'draft' | 'signed' | 'published' }
  /** The project is not in a state in which this can be done: only verified 竣工 is removed, and nothing twice. */
  | { readonly type: 'project-state'; readonly project: string; readonly state: string }
  | {
      readonly type: 'draft-state'
      readonly draft: string
      readonly status: 'draft' | 'approved' | 'issued' | 'withdrawn'
    }
  /** Issued already: what is to differ is registered anew. */
  | { readonly type: 'template-confirmed'; readonly template: string; readonly version: number }
  /** The judges' scores are settled; another panel would have to be opened. */
  | { readonly type: 'panel-closed'; readonly panel: string }
  | { readonly type: 'idempotency-key-reused' }
  /** `detail` is the reason in words. */
  | { readonly type: 'unreadable-file'; readonly reason: RefusalReason; readonly detail: string }
  | { readonly type: 'unavailable'; readonly retryAfter: number }
  | { readonly type: 'unexpected' }

const catalogue: {
  readonly [K in Problem['type']]: { readonly status: ContentfulStatusCode; readonly title: string }
} = {
  'invalid-request': { status: 400, title: '请求内容不符合要求' },
  'too-large': { status: 413, title: '提交的内容过大' },
  'not-signed-in': { status: 401, title: '尚未登录，或登录已过期' },
  'sign-in-failed': { status: 401, title: '用户名或密码不正确' },
  'password-change-required': { status: 403, title: '首次登录须先修改密码' },
  'too-many-attempts': { status: 429, title: '登录尝试次数过多，请稍后再试' },
  'too-many-requests': { status: 429, title: '请求过于频繁，请稍后再试' },
  'not-found': { status: 404, title: '没有找到' },
  'pack-outdated': { status: 409, title: '考核规则已更新，请重新加载后再提交' },
  'template-outdated': { status: 409, title: '表格版本已更新，请下载新表后再提交' },
  'standing-outdated': { status: 409, title: '本单位的数据已有变化，请刷新后核对再提交' },
  'window-closed': { status: 409, title: '该报送窗口当前不接收报送' },
  'parity-mismatch': { status: 409, title: '本机试算与区里核算不一致，本次报送未被接收' },
  'red-verdicts': { status: 422, title: '仍有未通过的校验，改正后才能提交' },
  'reasons-missing': { status: 422, title: '有需要说明原因的数据尚未说明' },
  'report-outdated': { status: 409, title: '该单位已重新报送，请刷新后按新报送核定' },
  'run-altered': { status: 409, title: '这次测算与日志所记不符，可能在库中被改动，已停止使用' },
  'run-state': { status: 409, title: '本次测算已不在可以这样办理的阶段' },
  'project-state': { status: 409, title: '该项目当前的状态不能这样办理' },
  'draft-state': { status: 409, title: '该任务草案已不在可以这样办理的阶段' },
  'template-confirmed': { status: 409, title: '该模板已经登记生效，如需修改请重新上传登记' },
  'unreadable-file': { status: 422, title: '文件无法读取' },
  'panel-closed': { status: 409, title: '该评分组已结束评分' },
  'idempotency-key-reused': { status: 422, title: '同一提交编号已用于另一份内容' },
  unavailable: { status: 503, title: '服务暂时不可用，数据未被接收，请稍后再试' },
  unexpected: { status: 500, title: '服务出现意外错误' },
}

/** The closed list, by name. */
export const problemTypes: readonly string[] = Object.keys(catalogue)

/** A problem as it is told inside an answer about several things, of which this one could not be done. */
export function toldProblem(problem: Problem) {
  const { status, title } = catalogue[problem.type]
  const { type, ...details } = problem
  return { type: `/problems/${type}`, title, status, ...details }
}

/** RFC 9457. `requestId` is what a person quotes when asking for help. */
export function problemResponse(c: Context, problem: Problem): Response {
  const { status } = catalogue[problem.type]
  const requestId: unknown = c.get('requestId')
  const body = { ...toldProblem(problem), requestId }
  const headers: Record<string, string> = { 'Content-Type': 'application/problem+json', 'Cache-Control': 'no-store' }
  if ('retryAfter' in problem) headers['Retry-After'] = String(problem.retryAfter)
  if (problem.type === 'not-signed-in') headers['WWW-Authenticate'] = 'Bearer'
  return c.body(JSON.stringify(body), status, headers)
}

/** Carries a Problem out of a handler; `app.onError` is the one place that unwraps it. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError'
  readonly problem: Problem

  constructor(problem: Problem, options?: ErrorOptions) {
    super(problem.type, options)
    this.problem = problem
  }
}
