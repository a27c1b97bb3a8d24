import { makeStyles, tokens } from '@fluentui/react-components'
import type { TranslateOf } from '../../i18n/translate.ts'
import { useTranslation } from '../../i18n/use-translation.ts'
import type { EvidenceDesk, EvidenceState } from './evidence-desk.ts'
import { FileAction } from './FileAction.tsx'
import { FileLine } from '../../ui/evidence/FileLine.tsx'
import type { WaitingFile } from './kept-files.ts'
import { rowKey } from './place.ts'
import { whyRefused } from './why-refused.ts'

const useStyles = makeStyles({
  state: { color: tokens.colorStatusWarningForeground3 },
  refused: { color: tokens.colorStatusDangerForeground1 },
})

interface WaitingLineProps {
  readonly desk: EvidenceDesk
  readonly file: WaitingFile
}

/** A file that is kept on this machine and not at the service yet: what it waits for, or why it was turned down. */
export function WaitingLine({ desk, file }: WaitingLineProps) {
  const styles = useStyles()
  const { t } = useTranslation('evidence')
  const { refused } = file
  const sending = desk.state().sending === file.key
  return (
    <FileLine file={file} load={() => desk.bytes(file)}>
      <span role="status" className={refused ? styles.refused : styles.state}>
        {refused ? t('refused', { why: whyRefused(refused, t) }) : waitingText(file, desk.state(), t)}
      </span>
      {refused && (
        <FileAction label={t('retry')} full={t('retryOf', { name: file.name })} onPress={() => void desk.retry(file)} />
      )}
      {!sending && (
        <FileAction label={t('remove')} full={t('dropOf', { name: file.name })} onPress={() => void desk.drop(file)} />
      )}
    </FileLine>
  )
}

function waitingText(file: WaitingFile, { sending, why, issued }: EvidenceState, t: TranslateOf<'evidence'>): string {
  if (sending === file.key) return t('sending')
  if (file.item === null && !(file.row && issued.has(rowKey(file.row)))) return t('waiting.number')
  return t(why ? `waiting.${why}` : 'waiting.turn')
}
