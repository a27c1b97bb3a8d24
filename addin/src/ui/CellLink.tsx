import { Button, makeStyles, tokens } from '@fluentui/react-components'
import type { CellAddress } from '@kaohe/shared-rules'
import { useTranslation } from '../i18n/use-translation.ts'

const useStyles = makeStyles({
  root: { minWidth: 'auto', padding: '0 6px', color: tokens.colorBrandForegroundLink, flexShrink: 0 },
})

interface CellLinkProps {
  readonly place: CellAddress
  readonly onReveal: (place: CellAddress) => void
}

/** A cell's address that leads to it. */
export function CellLink({ place, onReveal }: CellLinkProps) {
  const styles = useStyles()
  const { t } = useTranslation()
  return (
    <Button
      className={styles.root}
      appearance="transparent"
      size="small"
      aria-label={t('filling.goto', { ...place })}
      onClick={() => onReveal(place)}
    >
      {place.address} ›
    </Button>
  )
}
