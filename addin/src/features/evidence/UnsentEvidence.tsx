import { Button, makeStyles, MessageBar, MessageBarActions, MessageBarBody, tokens } from '@fluentui/react-components'
import type { Pack } from '@kaohe/shared-rules'
import { useEffect, useMemo, useSyncExternalStore } from 'react'
import type { SignedInApi, Standing } from '../../api/client.ts'
import { evidenceApi } from '../../api/evidence.ts'
import type { Keep } from '../../api/keep.ts'
import { useTranslation } from '../../i18n/use-translation.ts'
import { useTryAgain } from '../../ui/use-try-again.ts'
import { evidenceBeside, type EvidenceBeside } from './evidence-beside.tsx'
import { fileDrag } from './file-drag.ts'
import { keptFiles } from './kept-files.ts'
import { openEvidenceDesk } from './open-evidence-desk.ts'

const useStyles = makeStyles({
  root: {
    flexShrink: 0,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS} 0`,
    ':empty': { display: 'none' },
  },
})

export interface UnsentEvidenceProps {
  readonly api: SignedInApi
  readonly keep: Keep
  readonly username: string
  readonly pack: Pack
  readonly standing: Standing
  readonly now: () => number
  readonly newId: () => string
  readonly onLapse: () => void
  /** Is there room to say what waits? It is sent all the same. */
  readonly isTold: boolean
  /** Hands out what rows and cards show of it. */
  readonly onOpen: (beside: EvidenceBeside) => void
}

/** Sends what was added and is still here, as soon as it can be sent, whatever is on the screen; and says what waits, and what was turned down. */
export function UnsentEvidence(props: UnsentEvidenceProps) {
  const { api, keep, username, pack, standing, now, newId, onLapse, isTold, onOpen } = props
  const styles = useStyles()
  const { t } = useTranslation('evidence')
  const desk = useMemo(
    () => openEvidenceDesk({ pack, api: evidenceApi(api), kept: keptFiles(keep, username), now, newId, onLapse }),
    [pack, api, keep, username, now, newId, onLapse],
  )
  const { waiting, why } = useSyncExternalStore(desk.subscribe, desk.state)
  useEffect(() => onOpen(evidenceBeside(desk)), [desk, onOpen])
  useEffect(() => void desk.know(standing), [desk, standing])
  // A drop beside every place would open the file in place of the pane.
  useEffect(() => fileDrag.subscribe(() => undefined), [])

  useTryAgain(why === 'offline' || why === 'unavailable', desk.send)

  if (!isTold) return null
  const refused = waiting.filter((file) => file.refused !== undefined)
  const unsent = waiting.length - refused.length
  return (
    <div className={styles.root}>
      {refused.length > 0 && (
        <MessageBar intent="error" layout="multiline">
          <MessageBarBody>
            {t('notice.refused', {
              count: refused.length,
              places: [...new Set(refused.map(({ title }) => title))].join(t('list.comma')),
            })}
          </MessageBarBody>
        </MessageBar>
      )}
      {why !== null && unsent > 0 && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{t('notice.unsent', { count: unsent, why: t(`why.${why}`) })}</MessageBarBody>
          <MessageBarActions>
            <Button size="small" onClick={() => void desk.send()}>
              {t('notice.send')}
            </Button>
          </MessageBarActions>
        </MessageBar>
      )}
    </div>
  )
}
