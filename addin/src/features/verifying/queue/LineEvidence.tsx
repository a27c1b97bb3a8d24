import { Caption1, makeStyles, tokens } from '@fluentui/react-components'
import { Suspense } from 'react'
import type { ApiResult } from '../../../api/client.ts'
import type { EvidenceFile } from '../../../api/evidence.ts'
import { useTranslation } from '../../../i18n/use-translation.ts'
import { EvidenceFiles } from '../../../ui/evidence/EvidenceFiles.tsx'

const useStyles = makeStyles({ quiet: { color: tokens.colorNeutralForeground2 } })

interface LineEvidenceProps {
  readonly files: readonly EvidenceFile[]
  readonly load: (id: string) => Promise<ApiResult<Blob>>
}

/** The evidence beside a figure or row that a bureau decides about, or that there is none. */
export function LineEvidence(props: LineEvidenceProps) {
  return (
    <Suspense>
      <Beside {...props} />
    </Suspense>
  )
}

function Beside({ files, load }: LineEvidenceProps) {
  const styles = useStyles()
  const { t } = useTranslation('evidence')
  const count = files.filter(({ withdrawn }) => withdrawn === null).length
  return (
    <div>
      <Caption1 className={styles.quiet}>{count === 0 ? t('none') : t('count', { count })}</Caption1>
      {files.length > 0 && <EvidenceFiles files={files} load={({ id }) => load(id)} traced />}
    </div>
  )
}
