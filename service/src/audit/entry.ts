import { fingerprint } from '@kaohe/shared-rules'

/** What can happen to a campaign, in the words of its log. */
export type AuditAction =
  | 'campaign.opened'
  | 'pack.in-force'
  | 'unit.entered'
  | 'unit.changed'
  | 'contacts.entered'
  | 'contacts.decided'
  | 'account.created'
  | 'account.changed'
  | 'account.password-set'
  | 'account.disabled'
  | 'account.enabled'
  | 'account.signed-out'
  | 'targets.drafted'
  | 'targets.approved'
  | 'targets.issued'
  | 'targets.withdrawn'
  | 'report.received'
  | 'report.returned'
  | 'figure.verified'
  | 'figure.supplied'
  | 'window.locked'
  | 'window.unlocked'
  | 'window.reopened'
  | 'run.drafted'
  | 'run.signed'
  | 'run.published'
  | 'award.decided'
  | 'veto.recorded'
  | 'veto.lifted'
  | 'veto.replied'
  | 'objection.raised'
  | 'objection.answered'
  | 'rectification.opened'
  | 'rectification.filed'
  | 'panel.opened'
  | 'panel.scored'
  | 'panel.closed'
  | 'project.admitted'
  | 'project.declined'
  | 'project.removed'
  | 'registration.entered'
  | 'registration.matched'
  | 'registration.told-apart'
  | 'evidence.added'
  | 'evidence.withdrawn'
  | 'intake.accepted'
  | 'template.registered'
  | 'template.confirmed'

/** One line of the log as it is stored: old and new as JSON text, bound to the line before by its hash. */
export interface AuditEntry {
  readonly campaign: string
  /** From 1, without a gap. */
  readonly seq: number
  readonly at: string
  /** User name of the account, or `service` for what the service did at its start. */
  readonly actor: string
  readonly action: string
  /** What was changed, as a path: `report/2019-000001`, `window/2019-06-1`. */
  readonly subject: string
  readonly before: string | null
  readonly after: string | null
  readonly reason: string | null
  /** Hash of the line before; of the first, `chainStart`. */
  readonly previous: string
  readonly hash: string
}

/** What the first line of a campaign's chain is bound to. */
export const chainStart = (campaign: string): string => fingerprint({ audit: campaign })

/** The hash of a line: of everything in it, its place and the hash of the line before. */
export function entryHash({ hash: _, ...content }: Omit<AuditEntry, 'hash'> & { readonly hash?: string }): string {
  return fingerprint(content)
}
