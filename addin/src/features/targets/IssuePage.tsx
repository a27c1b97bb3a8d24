import { Badge, Body1, Button, Caption1, makeStyles, tokens } from '@fluentui/react-components'
import { ArrowDownload20Regular } from '@fluentui/react-icons/svg/arrow-download'
import { ArrowLeft20Regular } from '@fluentui/react-icons/svg/arrow-left'
import type { Unit } from '@kaohe/shared-rules'
import { useCallback } from 'react'
import { useTranslation } from '../../i18n/use-translation.ts'
import type { TargetKey, TargetsApi } from '../../api/targets.ts'
import { useAct } from '../../api/use-act.ts'
import { useLoaded } from '../../api/use-loaded.ts'
import { LoadedView } from '../../ui/LoadedView.tsx'
import { Page } from '../../ui/Page.tsx'
import { Refused } from '../../ui/Refused.tsx'
import { saveFile } from '../../ui/save-file.ts'
import { TargetDifferences } from '../../ui/TargetDifferences.tsx'
import { IssueFacts } from './IssueFacts.tsx'
import { ReconciliationList } from './ReconciliationList.tsx'
import { TargetTable } from './TargetTable.tsx'

const useStyles = makeStyles({
  line: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px' },
  quiet: { color: tokens.colorNeutralForeground2 },
})

interface IssuePageProps {
  readonly api: TargetsApi
  readonly number: number
  readonly inForce: boolean
  readonly keys: readonly TargetKey[]
  readonly units: readonly Unit[]
  readonly onBack: () => void
  readonly onLapse: () => void
}

/** One version of the targets: by which document, what it comes to, what it changed, and all of it as a table. */
export function IssuePage({ api, number, inForce, keys, units, onBack, onLapse }: IssuePageProps) {
  const styles = useStyles()
  const { t } = useTranslation('office')
  const load = useCallback(async () => {
    const [issue, differences] = await Promise.all([api.issue(number), api.differences(number)])
    if (!issue.ok) return issue
    if (!differences.ok) return differences
    return { ok: true as const, value: { ...issue.value, changed: differences.value } }
  }, [api, number])
  const { loaded, reload } = useLoaded(load, onLapse)
  const { acting, act } = useAct(onLapse)
  const save = async () => {
    const file = await act(() => api.file(`/targets/${number}/table`))
    if (file) saveFile(file, t('targets.fileName', { number }))
  }
  return (
    <Page
      title={t('targets.issueTitle', { number })}
      actions={
        <Button icon={<ArrowLeft20Regular />} onClick={onBack}>
          {t('targets.back')}
        </Button>
      }
    >
      <LoadedView loaded={loaded} onRetry={() => void reload()}>
        {({ issue, targets, reconciliation, changed }) => (
          <>
            <div className={styles.line}>
              {inForce && (
                <Badge appearance="tint" color="success">
                  {t('targets.inForce')}
                </Badge>
              )}
              <Button size="small" icon={<ArrowDownload20Regular />} onClick={() => void save()}>
                {t('targets.csv')}
              </Button>
            </div>
            {acting.step === 'refused' && <Refused error={acting.error} />}
            <IssueFacts issue={issue} />
            {issue.note !== null && <Body1>{issue.note}</Body1>}
            {issue.draft !== null && (
              <Caption1 className={styles.quiet}>{t('targets.fromDraft', { draft: issue.draft })}</Caption1>
            )}
            <ReconciliationList lines={reconciliation} />
            {number > 1 && (
              <TargetDifferences
                title={t('targets.against', { number: changed.from })}
                differences={changed.differences}
                keys={keys}
                units={units}
              />
            )}
            <TargetTable targets={targets} keys={keys} units={units} />
          </>
        )}
      </LoadedView>
    </Page>
  )
}
