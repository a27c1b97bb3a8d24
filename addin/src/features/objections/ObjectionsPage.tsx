import { Button } from '@fluentui/react-components'
import { CommentEdit24Regular } from '@fluentui/react-icons/svg/comment-edit'
import type { Pack, Unit } from '@kaohe/shared-rules'
import { useCallback, useState } from 'react'
import type { SubmissionWindow } from '../../api/client.ts'
import type { Objection, ObjectionsApi } from '../../api/objections.ts'
import { useLoaded } from '../../api/use-loaded.ts'
import { useTranslation } from '../../i18n/use-translation.ts'
import { useCardListStyles } from '../../ui/card-list.styles.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { grouped } from '../../ui/figure.ts'
import { LoadedView } from '../../ui/LoadedView.tsx'
import { Page } from '../../ui/Page.tsx'
import { AnswerDialog } from './AnswerDialog.tsx'
import { ObjectionCard, stateOf } from './ObjectionCard.tsx'
import { RaiseDialog } from './RaiseDialog.tsx'

/** What the reader may do: a unit raises, a bureau or the office answers, the leading group looks on. */
export type ObjectionPart = 'raise' | 'answer' | 'look'

interface ObjectionsPageProps {
  readonly api: ObjectionsApi
  readonly pack: Pack
  readonly units: readonly Unit[]
  readonly windows: readonly SubmissionWindow[]
  readonly part: ObjectionPart
  readonly onLapse: () => void
}

const texts = { raise: 'textOwn', answer: 'textAnswer', look: 'text' } as const

/** 异议: what units hold against verified figures. What waits for an answer comes first, the longest waiting on top. */
export function ObjectionsPage({ api, pack, units, windows, part, onLapse }: ObjectionsPageProps) {
  const cards = useCardListStyles()
  const { t } = useTranslation('objections')
  const load = useCallback(() => api.objections(), [api])
  const { loaded, reload } = useLoaded(load, onLapse)
  const [raising, setRaising] = useState(false)
  const [answering, setAnswering] = useState<Objection | null>(null)

  const indicatorOf = ({ indicator }: Objection) => pack.indicators.find(({ id }) => id === indicator)
  const titleOf = (objection: Objection) => {
    const unit = part === 'raise' ? [] : [units.find(({ id }) => id === objection.unit)?.name ?? objection.unit]
    return [...unit, indicatorOf(objection)?.title ?? objection.indicator].join(' · ')
  }
  const done = () => {
    setRaising(false)
    setAnswering(null)
    void reload()
  }
  return (
    <Page
      title={t('title')}
      text={t(texts[part])}
      actions={
        part === 'raise' && (
          <Button appearance="primary" onClick={() => setRaising(true)}>
            {t('raise')}
          </Button>
        )
      }
    >
      <LoadedView loaded={loaded} onRetry={() => void reload()}>
        {({ objections }) =>
          objections.length === 0 ? (
            <EmptyState
              icon={<CommentEdit24Regular />}
              title={t('none')}
              text={t(part === 'raise' ? 'noneOwnText' : 'noneText')}
            />
          ) : (
            <ul className={cards.list}>
              {inOrder(objections).map((one) => (
                <ObjectionCard
                  key={one.number}
                  objection={one}
                  title={titleOf(one)}
                  value={`${grouped(one.value)} ${indicatorOf(one)?.unit ?? ''}`.trim()}
                  window={windows.find(({ id }) => id === one.window)?.title ?? one.window}
                  onAnswer={part === 'answer' ? () => setAnswering(one) : null}
                />
              ))}
            </ul>
          )
        }
      </LoadedView>
      {raising && <RaiseDialog {...{ api, pack, onLapse }} onDone={done} onClose={() => setRaising(false)} />}
      {answering && (
        <AnswerDialog
          {...{ api, onLapse }}
          objection={answering}
          title={titleOf(answering)}
          onDone={done}
          onClose={() => setAnswering(null)}
        />
      )}
    </Page>
  )
}

function inOrder(objections: readonly Objection[]): readonly Objection[] {
  const open = objections.filter((one) => stateOf(one) === 'open')
  const answered = objections.filter((one) => stateOf(one) !== 'open')
  return [...open, ...answered.toReversed()]
}
