import type { Reconciliation } from '../targets/reconcile.ts'
import type { TargetDraft, TargetIssue, TargetsByUnit } from '../targets/store.ts'
import type { TestClient } from './harness.ts'

export const approval = { decider: '区领导小组', minutes: '会议纪要〔2019〕11号', date: '2019-06-17' }
export const decree = { document: '阜海政办发〔2019〕20号', effectiveFrom: '2019-06-15' }

export async function bodyOf<T>(response: Response): Promise<T> {
  if (!response.ok) throw new Error(await response.text())
  return (await response.json()) as T
}

/** Targets on their way: drafted and issued by the office, approved by the leading group unless by somebody else. */
export function targetSteps(
  people: () => { readonly office: TestClient; readonly leader: TestClient; readonly clerk: TestClient },
) {
  const issued = async (number = 1) =>
    bodyOf<{ issue: TargetIssue; targets: TargetsByUnit; reconciliation: Reconciliation[] }>(
      await people().clerk.get(`/targets/${number}`),
    )
  const draft = (targets: unknown, more: object = {}) =>
    people().office.post('/target-drafts', { title: '年中调整', targets, ...more })
  return {
    issued,
    draft,
    drafted: async (targets: TargetsByUnit) =>
      (await bodyOf<{ draft: TargetDraft }>(await draft(targets))).draft.number,
    approve: (number: string, by = people().leader, change: object = {}) =>
      by.post(`/target-drafts/${number}/approval`, { ...approval, ...change }),
    issue: (number: string, change: object = {}) =>
      people().office.post(`/target-drafts/${number}/issue`, { ...decree, ...change }),
    /** The targets of the first issue with 新兴街道's tax raised by 400. */
    raised: async (): Promise<TargetsByUnit> => {
      const { targets } = await issued()
      return { ...targets, xinxing: { ...targets['xinxing'], tax: '4000' } }
    },
  }
}
