import { makeStyles, tokens } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import type { ApiResult } from '../../api/client.ts'
import type { EvidenceFile } from '../../api/evidence.ts'
import { useTranslation } from '../../i18n/use-translation.ts'
import { momentText } from '../moment.ts'
import { shortFingerprint } from '../short-fingerprint.ts'
import { FileLine } from './FileLine.tsx'

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  withdrawn: { flexBasis: '100%', color: tokens.colorNeutralForeground1 },
})

interface EvidenceFilesProps {
  readonly files: readonly EvidenceFile[]
  readonly load: (file: EvidenceFile) => Promise<ApiResult<Blob>>
  /** Shows the fingerprint, under which the log knows the file. */
  readonly traced?: boolean
  /** What can be done with one that counts. */
  readonly action?: (file: EvidenceFile) => ReactNode
  /** Files that are not there yet. */
  readonly children?: ReactNode
}

/** The evidence of one figure or row; what was withdrawn stays, struck through, with the reason. */
export function EvidenceFiles({ files, load, traced = false, action, children }: EvidenceFilesProps) {
  const styles = useStyles()
  const { t } = useTranslation('evidence')
  return (
    <ul className={styles.list} aria-label={t('title')}>
      {files.map((file) => {
        const { id, addedAt, addedBy, sha256, withdrawn } = file
        return (
          <FileLine key={id} file={file} struck={withdrawn !== null} load={() => load(file)}>
            <span>{momentText(addedAt).slice(5)}</span>
            <span>{addedBy}</span>
            {traced && <span title={sha256}>{t('fingerprint', { short: shortFingerprint(sha256) })}</span>}
            {withdrawn === null && action?.(file)}
            {withdrawn && (
              <span className={styles.withdrawn}>
                {t('withdrawn', { ...withdrawn, time: momentText(withdrawn.at).slice(5) })}
              </span>
            )}
          </FileLine>
        )
      })}
      {children}
    </ul>
  )
}
