import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { Beaker24Regular } from '@fluentui/react-icons/svg/beaker'
import type { Pack, Unit } from '@kaohe/shared-rules'
import { useCallback, useState } from 'react'
import { useTranslation } from '../../i18n/use-translation.ts'
import type { JudgingApi } from '../../api/judging.ts'
import { useLoaded } from '../../api/use-loaded.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { LoadedView } from '../../ui/LoadedView.tsx'
import { Page } from '../../ui/Page.tsx'
import { OpenPanelDialog } from './OpenPanelDialog.tsx'
import { PanelCard } from './PanelCard.tsx'

const useStyles = makeStyles({
  list: {
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalM,
    maxWidth: '960px',
  },
})

export interface JudgingPageProps {
  readonly api: JudgingApi
  readonly pack: Pack
  readonly units: readonly Unit[]
  /** Who looks at it: a judge gives points as this one. */
  readonly username: string
  /** Opens panels and closes them. */
  readonly mayChange: boolean
  readonly onLapse: () => void
}

/** 科技含量评分: panels of judges, what each gives, and the score that closing makes of it. */
export function JudgingPage(props: JudgingPageProps) {
  const { api, pack, mayChange, onLapse } = props
  const styles = useStyles()
  const { t } = useTranslation('judging')
  const load = useCallback(() => api.panels(), [api])
  const { loaded, reload } = useLoaded(load, onLapse)
  const [opening, setOpening] = useState(false)
  const isJudged = pack.awards.some(({ basis }) => basis.some(({ by }) => by === 'judged'))
  return (
    <Page
      title={t('title')}
      text={t('text')}
      actions={
        mayChange &&
        isJudged && (
          <Button appearance="primary" onClick={() => setOpening(true)}>
            {t('open')}
          </Button>
        )
      }
    >
      <LoadedView loaded={loaded} onRetry={() => void reload()}>
        {({ panels }) =>
          panels.length === 0 ? (
            <EmptyState icon={<Beaker24Regular />} title={t('none')} text={t('noneText')} />
          ) : (
            <ul className={styles.list}>
              {panels.toReversed().map((panel) => (
                <PanelCard key={panel.number} {...props} panel={panel} onChanged={() => void reload()} />
              ))}
            </ul>
          )
        }
      </LoadedView>
      {opening && (
        <OpenPanelDialog
          {...props}
          onClose={() => setOpening(false)}
          onDone={() => {
            setOpening(false)
            void reload()
          }}
        />
      )}
    </Page>
  )
}
