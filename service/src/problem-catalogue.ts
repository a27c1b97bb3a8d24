import { z } from 'zod'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { Described } from './contract/described.ts'
import { verdictSchema } from './contract/shapes/checks.ts'
import { fingerprintsSchema } from './contract/shapes/scores.ts'
import { evidenceRefusalSchema } from './evidence/media-type.ts'
import { refusalTitles, type RefusalReason } from './workbooks/reading/refusal.ts'

/** Why a file cannot be read. The list itself is read by workers, which load no schemas. */
export const refusalReasonSchema = z.enum(Object.keys(refusalTitles) as RefusalReason[])

const verdicts = z.array(verdictSchema)
const packName = z.strictObject({ id: z.string(), version: z.string(), hash: z.string() })

function problem<Fields extends z.ZodRawShape = Record<never, never>>(
  status: ContentfulStatusCode,
  title: string,
  fields = {} as Fields,
) {
  return { status, title, fields }
}

/**
 * Every way a request can be turned down, with its status, its title and the fields that say more: fields, not prose. A new one
 * is added here and nowhere else.
 */
export const catalogue = {
  'invalid-request': problem(400, '请求内容不符合要求', {
    issues: z.array(z.strictObject({ path: z.string(), message: z.string() })),
  }),
  'too-large': problem(413, '提交的内容过大', { limit: z.int() }),
  'not-signed-in': problem(401, '尚未登录，或登录已过期'),
  'sign-in-failed': problem(401, '用户名或密码不正确'),
  /** Signed in with a password that somebody else made up. */
  'password-change-required': problem(403, '首次登录须先修改密码'),
  'too-many-attempts': problem(429, '登录尝试次数过多，请稍后再试', { retryAfter: z.number() }),
  'too-many-requests': problem(429, '请求过于频繁，请稍后再试', { retryAfter: z.number() }),
  /** Missing, or not for this account: the two are not told apart. */
  'not-found': problem(404, '没有找到'),
  'pack-outdated': problem(409, '考核规则已更新，请重新加载后再提交', { sent: z.string(), current: packName }),
  'template-outdated': problem(409, '表格版本已更新，请下载新表后再提交', {
    form: z.string(),
    sent: z.int(),
    current: z.int(),
  }),
  'standing-outdated': problem(409, '本单位的数据已有变化，请刷新后核对再提交', {
    sent: z.string(),
    current: z.string(),
  }),
  'window-closed': problem(409, '该报送窗口当前不接收报送', {
    window: z.string(),
    state: z.enum(['future', 'past', 'locked']),
  }),
  'parity-mismatch': problem(409, '本机试算与区里核算不一致，本次报送未被接收', {
    preview: fingerprintsSchema,
    computed: fingerprintsSchema,
  }),
  'red-verdicts': problem(422, '仍有未通过的校验，改正后才能提交', { verdicts }),
  'reasons-missing': problem(422, '有需要说明原因的数据尚未说明', { verdicts, missing: z.array(z.string()) }),
  /** The unit has handed in another report since. */
  'report-outdated': problem(409, '该单位已重新报送，请刷新后按新报送核定', {
    sent: z.string(),
    current: z.string().nullable(),
  }),
  /** Somebody has changed what is stored of it, or of what was decided about its awards, behind the service's back. */
  'run-altered': problem(409, '这次测算与日志所记不符，可能在库中被改动，已停止使用', {
    run: z.string(),
    part: z.enum(['run', 'awards']),
  }),
  'run-state': problem(409, '本次测算已不在可以这样办理的阶段', {
    run: z.string(),
    status: z.enum(['draft', 'signed', 'published']),
  }),
  /** The project is not in a state in which this can be done: only verified 竣工 is removed, and nothing twice. */
  'project-state': problem(409, '该项目当前的状态不能这样办理', { project: z.string(), state: z.string() }),
  'draft-state': problem(409, '该任务草案已不在可以这样办理的阶段', {
    draft: z.string(),
    status: z.enum(['draft', 'approved', 'issued', 'withdrawn']),
  }),
  /** Issued already: what is to differ is registered anew. */
  'template-confirmed': problem(409, '该模板已经登记生效，如需修改请重新上传登记', {
    template: z.string(),
    version: z.int(),
  }),
  /** `detail` is the reason in words. */
  'unreadable-file': problem(422, '文件无法读取', { reason: refusalReasonSchema, detail: z.string() }),
  /** Not of a kind that is taken; `detail` says in words what to do. */
  'evidence-refused': problem(422, '这个文件不能作为佐证材料', { reason: evidenceRefusalSchema, detail: z.string() }),
  /** Which of the caps is reached, and in words what to do. */
  'evidence-full': problem(409, '佐证材料已满', {
    cap: z.enum(['item', 'unit']),
    limit: z.int(),
    detail: z.string(),
  }),
  /** Somebody has changed the bytes behind the service's back. */
  'evidence-altered': problem(500, '这份佐证材料与添加时的指纹不符，可能在库中被改动，不能打开', {
    evidence: z.string(),
  }),
  /** The judges' scores are settled; another panel would have to be opened. */
  'panel-closed': problem(409, '该评分组已结束评分', { panel: z.string() }),
  'idempotency-key-reused': problem(422, '同一提交编号已用于另一份内容'),
  unavailable: problem(503, '服务暂时不可用，数据未被接收，请稍后再试', { retryAfter: z.number() }),
  unexpected: problem(500, '服务出现意外错误'),
}

type Catalogue = typeof catalogue
type Fields<Type extends keyof Catalogue> = {
  readonly [Name in keyof Catalogue[Type]['fields']]: Described<Extract<Catalogue[Type]['fields'][Name], z.ZodType>>
}

/** A problem as it is thrown. */
export type Problem = { [Type in keyof Catalogue]: { readonly type: Type } & Fields<Type> }[keyof Catalogue]

/** A problem as it is told: what kind, in words, and the fields of its kind. */
export type ToldProblem = {
  [Type in keyof Catalogue]: {
    readonly type: `/problems/${Type}`
    readonly title: string
    readonly status: number
  } & Fields<Type>
}[keyof Catalogue]

const told = Object.entries(catalogue).map(([type, { fields }]) =>
  z.strictObject({ type: z.literal(`/problems/${type}`), title: z.string(), status: z.int(), ...fields }),
)
// The list keeps no names apart by type; ToldProblem says of the same table what each of them holds.
export const toldProblemSchema = z
  .union(told)
  .meta({ id: 'ToldProblem' }) as z.ZodType<unknown> as z.ZodType<ToldProblem>

/** A problem as the whole of an answer: `requestId` is what a person quotes when asking for help. */
export const problemSchema = z.union(told.map((one) => one.extend({ requestId: z.string() })))
