import { Badge, Button, Caption1, makeStyles, MessageBar, MessageBarBody, tokens } from '@fluentui/react-components'
import { ArrowLeft20Regular } from '@fluentui/react-icons/svg/arrow-left'
import type { Unit } from '@kaohe/shared-rules'
import { useCallback, useState } from 'react'
import { useTranslation } from '../../i18n/use-translation.ts'
import type { OneTargetDraft, TargetKey, TargetsApi } from '../../api/targets.ts'
import { useLoaded } from '../../api/use-loaded.ts'
import { LoadedView } from '../../ui/LoadedView.tsx'
import { momentText } from '../../ui/moment.ts'
import { Page } from '../../ui/Page.tsx'
import { ApproveDialog } from './ApproveDialog.tsx'
import { TargetDifferences } from '../../ui/TargetDifferences.tsx'
import { DraftBadge } from './DraftBadge.tsx'
import { IssueDialog } from './IssueDialog.tsx'
import { ReconciliationList } from './ReconciliationList.tsx'
import { TargetTable } from './TargetTable.tsx'
import { WithdrawDialog } from './WithdrawDialog.tsx'

const useStyles = makeStyles({
  line: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px' },
  quiet: { color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
})

interface DraftPageProps {
  readonly api: TargetsApi
  readonly number: string
  readonly keys: readonly TargetKey[]
  readonly units: readonly Unit[]
  readonly now: () => number
  /** Issues and withdraws; approval is the leading group's, too. */
  readonly mayChange: boolean
  readonly onBack: () => void
  readonly onLapse: () => void
}

/** One draft: what it comes to, what it would change, and its next step into force. */
export function DraftPage({ onBack, ...props }: DraftPageProps) {
  const { api, number, onLapse } = props
  const { t } = useTranslation('office')
  const load = useCallback(() => api.draft(number), [api, number])
  const { loaded, reload } = useLoaded(load, onLapse)
  const title = loaded.step === 'loaded' ? `${number} ${loaded.value.draft.title}` : number
  return (
    <Page
      title={title}
      actions={
        <Button icon={<ArrowLeft20Regular />} onClick={onBack}>
          {t('targets.back')}
        </Button>
      }
    >
      <LoadedView loaded={loaded} onRetry={() => void reload()}>
        {(opened) => <OpenedDraft {...props} opened={opened} onChanged={() => void reload()} />}
      </LoadedView>
    </Page>
  )
}

interface OpenedDraftProps extends Omit<DraftPageProps, 'number' | 'onBack'> {
  readonly opened: OneTargetDraft
  readonly onChanged: () => void
}

function OpenedDraft({ opened, api, keys, units, now, mayChange, onChanged, onLapse }: OpenedDraftProps) {
  const styles = useStyles()
  const { t } = useTranslation('office')
  const [asking, setAsking] = useState<'approve' | 'issue' | 'withdraw' | null>(null)
  const { draft, reconciliation, from, differences } = opened
  const { status, approval } = draft
  const onTheWay = status === 'draft' || status === 'approved'
  const close = () => setAsking(null)
  const dialog = {
    api,
    draft,
    onClose: close,
    onDone: () => {
      close()
      onChanged()
    },
    onLapse,
  }
  return (
    <>
      <div className={styles.line}>
        <DraftBadge status={status} />
        {draft.sample && <Badge appearance="outline">{t('targets.sample')}</Badge>}
        {status === 'draft' && (
          <Button appearance="primary" size="small" onClick={() => setAsking('approve')}>
            {t('targets.approve')}
          </Button>
        )}
        {mayChange && status === 'approved' && (
          <Button appearance="primary" size="small" onClick={() => setAsking('issue')}>
            {t('targets.issue')}
          </Button>
        )}
        {mayChange && onTheWay && (
          <Button size="small" onClick={() => setAsking('withdraw')}>
            {t('targets.withdraw')}
          </Button>
        )}
      </div>
      <Caption1 className={styles.quiet}>
        {[
          t('targets.draftedBy', { by: draft.draftedBy, time: momentText(draft.draftedAt) }),
          t('targets.source', { source: draft.source }),
          ...(approval ? [t('targets.approvedBy', approval), t(`targets.approver.${approverOf(approval.role)}`)] : []),
        ].join(' · ')}
      </Caption1>
      {status === 'issued' && (
        <MessageBar intent="success" layout="multiline">
          <MessageBarBody>{t('targets.becameIssue', { number: draft.issue ?? '' })}</MessageBarBody>
        </MessageBar>
      )}
      <ReconciliationList lines={reconciliation} />
      {onTheWay && (
        <TargetDifferences
          title={from === null ? t('targets.againstNothing') : t('targets.against', { number: from })}
          {...{ differences, keys, units }}
        />
      )}
      <TargetTable targets={draft.targets} keys={keys} units={units} />
      {asking === 'approve' && <ApproveDialog {...dialog} now={now} own={!mayChange} />}
      {asking === 'issue' && <IssueDialog {...dialog} keys={keys} units={units} now={now} />}
      {asking === 'withdraw' && <WithdrawDialog {...dialog} />}
    </>
  )
}

const approverOf = (role: string) => (role === 'leader' ? 'leader' : 'office')
