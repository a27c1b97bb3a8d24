import { Button, Caption1, makeStyles, tokens } from '@fluentui/react-components'
import { Attach16Regular } from '@fluentui/react-icons/svg/attach'
import { useRef, useState, useSyncExternalStore } from 'react'
import type { EvidenceFile } from '../../api/evidence.ts'
import { useTranslation } from '../../i18n/use-translation.ts'
import { DropOverlay } from './DropOverlay.tsx'
import type { EvidenceDesk } from './evidence-desk.ts'
import { EvidenceFiles } from '../../ui/evidence/EvidenceFiles.tsx'
import { FileAction } from './FileAction.tsx'
import type { TurnedAway } from './keep-file.ts'
import { isAt, type EvidencePlace } from './place.ts'
import { tooLarge } from './why-refused.ts'
import { WaitingLine } from './WaitingLine.tsx'
import { WithdrawDialog } from './WithdrawDialog.tsx'

const useStyles = makeStyles({
  add: { minWidth: 'auto', paddingLeft: '2px', color: tokens.colorNeutralForeground2, fontWeight: 'normal' },
  input: { display: 'none' },
  away: { display: 'block', color: tokens.colorStatusDangerForeground1 },
})

interface PlaceEvidenceProps {
  readonly desk: EvidenceDesk
  readonly place: EvidencePlace
}

/** The evidence of one row or figure, and the place that takes more: dropped, or chosen by a button. */
export function PlaceEvidence({ desk, place }: PlaceEvidenceProps) {
  const styles = useStyles()
  const { t } = useTranslation('evidence')
  const { files, waiting, largest } = useSyncExternalStore(desk.subscribe, desk.state)
  const input = useRef<HTMLInputElement>(null)
  const [turnedAway, setTurnedAway] = useState<readonly TurnedAway[]>([])
  const [withdrawing, setWithdrawing] = useState<EvidenceFile | null>(null)
  const own = files.filter((file) => isAt(place, { ...file, row: null }))
  const kept = waiting.filter((file) => isAt(place, file))
  // Nothing says which row it is.
  const nameless = place.item === null && place.title === ''

  async function take(taken: readonly File[]) {
    setTurnedAway([])
    setTurnedAway(await desk.add(place, taken))
  }
  return (
    <div>
      {!nameless && <DropOverlay title={place.title} onFiles={(dropped) => void take(dropped)} />}
      {own.length + kept.length > 0 && (
        <EvidenceFiles
          files={own}
          load={desk.bytes}
          action={(file) => (
            <FileAction
              label={t('withdraw.confirm')}
              full={t('withdraw.of', { name: file.name })}
              onPress={() => setWithdrawing(file)}
            />
          )}
        >
          {kept.map((file) => (
            <WaitingLine key={file.key} desk={desk} file={file} />
          ))}
        </EvidenceFiles>
      )}
      {turnedAway.map(({ name, why }, at) => (
        <Caption1 key={at} role="alert" className={styles.away}>
          {t('away.said', { name, why: why === 'too-large' ? tooLarge(largest, t) : t(`away.${why}`) })}
        </Caption1>
      ))}
      <Button
        className={styles.add}
        appearance="transparent"
        size="small"
        icon={<Attach16Regular />}
        disabledFocusable={nameless}
        title={t(nameless ? 'nameless' : 'kinds')}
        aria-label={t('addTo', { title: place.title })}
        onClick={() => input.current?.click()}
      >
        {t('add')}
      </Button>
      <input
        ref={input}
        className={styles.input}
        type="file"
        multiple
        accept=".pdf,.jpg,.jpeg,.png,.ofd"
        aria-label={t('addTo', { title: place.title })}
        tabIndex={-1}
        onChange={({ currentTarget }) => {
          if (currentTarget.files?.length) void take([...currentTarget.files])
          // The same file may be chosen again.
          currentTarget.value = ''
        }}
      />
      {withdrawing && <WithdrawDialog desk={desk} file={withdrawing} onClose={() => setWithdrawing(null)} />}
    </div>
  )
}
