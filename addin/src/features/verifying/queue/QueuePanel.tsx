import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { CheckmarkCircle24Filled } from '@fluentui/react-icons/svg/checkmark-circle'
import { ClipboardTask24Regular } from '@fluentui/react-icons/svg/clipboard-task'
import { Filter24Regular } from '@fluentui/react-icons/svg/filter'
import type { Pack, Unit } from '@kaohe/shared-rules'
import { useState, type KeyboardEvent } from 'react'
import { useTranslation } from '../../../i18n/use-translation.ts'
import type { VerificationApi } from '../../../api/verification.ts'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { chosen, progressOf, type Choice } from '../choices.ts'
import { faultOf, newDraft, type Drafts } from '../drafts.ts'
import type { Line } from '../items.ts'
import type { Verifying } from '../use-verifying.ts'
import { FilterBar } from './FilterBar.tsx'
import { ReportCard } from './ReportCard.tsx'
import { SendBar } from './SendBar.tsx'
import { SentNotice } from '../SentNotice.tsx'

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', flexGrow: 1, minHeight: 0 },
  list: {
    flexGrow: 1,
    minHeight: 0,
    overflowY: 'auto',
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalS} ${tokens.spacingVerticalL}`,
  },
})

interface QueuePanelProps {
  readonly verifying: Verifying
  readonly api: VerificationApi
  readonly pack: Pack
  readonly units: readonly Unit[]
  readonly window: string
  readonly windowTitle: (id: string) => string
  readonly choice: Choice
  readonly onChoice: (choice: Choice) => void
  readonly onLapse: () => void
}

/** The bureau's queue: what to look at, report by report, and at the foot what will be sent. */
export function QueuePanel({ verifying, api, pack, units, choice, onChoice, ...rest }: QueuePanelProps) {
  const styles = useStyles()
  const { entries, drafts, change, undo } = verifying
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const shown = chosen(entries, choice, drafts)
  const progress = progressOf(entries, drafts)
  const picked = shown.flatMap(({ lines }) => lines).filter(({ key }) => selected.has(key))

  const approve = (lines: readonly Line[]) =>
    change((before) => ({
      ...before,
      ...Object.fromEntries(lines.map((line) => [line.key, newDraft(line, 'approve')])),
    }))
  function onKeyDown(event: KeyboardEvent) {
    const typing = event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement
    if (!typing && (event.ctrlKey || event.metaKey) && event.key === 'z') {
      event.preventDefault()
      undo()
    }
  }

  if (entries.length === 0) return <Nothing />
  return (
    <div className={styles.root} onKeyDown={onKeyDown}>
      <FilterBar
        entries={entries}
        drafts={drafts}
        pack={pack}
        progress={progress}
        choice={choice}
        onChoice={onChoice}
        onReload={() => void verifying.reload()}
      />
      <div className={styles.list}>
        <SentNotice sending={verifying.sending} onDismiss={verifying.dismiss} />
        {shown.length === 0 && (
          <NothingShown choice={choice} total={progress.total} onAll={() => onChoice({ ...choice, show: 'all' })} />
        )}
        {shown.map(({ report, lines }, at) => {
          const whole = entries.find((entry) => entry.report === report)?.lines ?? lines
          return (
            <ReportCard
              key={`${report.unit.id}/${report.form}`}
              report={report}
              lines={lines}
              whole={whole}
              unit={units.find(({ id }) => id === report.unit.id)}
              pack={pack}
              units={units}
              api={api}
              drafts={drafts}
              selected={selected}
              isFirst={at === 0}
              window={rest.window}
              windowTitle={rest.windowTitle}
              onChange={change}
              onApprove={() => approve(restOf(whole, drafts))}
              onSelect={(key, on) => setSelected((before) => toggled(before, key, on))}
              onLapse={rest.onLapse}
            />
          )
        })}
      </div>
      <SendBar
        progress={progress}
        ready={verifying.ready}
        sending={verifying.sending}
        picked={picked.length}
        canUndo={verifying.canUndo}
        onApprovePicked={() => {
          approve(picked)
          setSelected(new Set())
        }}
        onClear={() => setSelected(new Set())}
        onUndo={undo}
        onSend={() => void verifying.send()}
      />
    </div>
  )
}

/** Neither decided by this bureau nor drafted. */
function restOf(lines: readonly Line[], drafts: Drafts): readonly Line[] {
  return lines.filter((line) => {
    const draft = drafts[line.key]
    return draft ? faultOf(line, draft) === 'outdated' && draft.verdict === 'approve' : line.item.decision === null
  })
}

function toggled(before: ReadonlySet<string>, key: string, on: boolean): ReadonlySet<string> {
  const next = new Set(before)
  if (on) next.add(key)
  else next.delete(key)
  return next
}

function Nothing() {
  const { t } = useTranslation('verifying')
  return <EmptyState icon={<ClipboardTask24Regular />} title={t('empty.none')} text={t('empty.noneText')} />
}

function NothingShown({ choice, total, onAll }: { choice: Choice; total: number; onAll: () => void }) {
  const { t } = useTranslation('verifying')
  const isDone = choice.show === 'open' && choice.unit === null && choice.form === null && choice.indicator === null
  return (
    <EmptyState
      icon={isDone ? <CheckmarkCircle24Filled /> : <Filter24Regular />}
      title={t(isDone ? 'empty.done' : 'empty.filtered')}
      text={isDone ? t('empty.doneText', { count: total }) : t('empty.filteredText')}
    >
      <Button onClick={onAll}>{t('empty.showAll')}</Button>
    </EmptyState>
  )
}
