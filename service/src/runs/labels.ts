import type { Standing } from '@kaohe/shared-rules'
import type { Timeliness } from '../board/board.ts'
import type { FormState } from '../standing/form-state.ts'
import type { VerificationState } from '../verification/assess-unit.ts'

/** What the states of a run are called in tables that people read. */
export const statuses = { draft: '拟定稿（未签发）', signed: '已签发（未公布）', published: '已公布' } as const
export const withoutPoints: Readonly<Record<string, string>> = {
  'no-task': '无任务',
  excluded: '不参加',
  pending: '待下达',
  undecided: '暂不能判断',
  relative: '依赖他单位',
}
export const verifications: Readonly<Record<VerificationState, string>> = {
  unverified: '未核',
  partial: '部分',
  verified: '已核',
  'not-applicable': '不适用',
}
export const formStates: Readonly<Record<FormState, string>> = {
  'not-reported': '未报',
  empty: '空表',
  nil: '零报告',
  reported: '已报',
  returned: '退回',
  'not-applicable': '不适用',
}
export const timeliness: Readonly<Record<Timeliness, string>> = { 'not-due': '未到期', 'on-time': '按时', late: '逾期' }
export const standings: Readonly<Record<Standing['kind'], string>> = {
  winner: '拟获奖',
  'at-the-line': '末位并列，待裁定',
  behind: '未入围',
  undecided: '暂不能判断',
  excluded: '不参加评选',
  vetoed: '取消资格',
  'not-eligible': '不在评选范围',
  'no-figure': '没有可比的基数',
  'below-minimum': '不足起评数',
}
