import { Button, makeStyles, Select, tokens } from '@fluentui/react-components'
import type { Unit } from '@kaohe/shared-rules'
import { useState } from 'react'
import { useTranslation } from '../../i18n/use-translation.ts'

const useStyles = makeStyles({
  root: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
})

interface UnitChoiceProps {
  readonly units: readonly Unit[]
  /** Units that the file speaks of come first. */
  readonly candidates: readonly string[]
  readonly busy: boolean
  readonly onChoose: (unit: string) => void
}

/** Says which unit a file is of. */
export function UnitChoice({ units, candidates, busy, onChoose }: UnitChoiceProps) {
  const styles = useStyles()
  const { t } = useTranslation('intake')
  const [unit, setUnit] = useState('')
  const likely = units.filter(({ id }) => candidates.includes(id))
  const others = units.filter(({ id }) => !candidates.includes(id))
  return (
    <div className={styles.root}>
      <Select aria-label={t('unit')} value={unit} onChange={(_, { value }) => setUnit(value)}>
        <option value="">{t('chooseUnit')}</option>
        {[...likely, ...others].map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </Select>
      <Button disabled={unit === '' || busy} onClick={() => onChoose(unit)}>
        {t('setUnit')}
      </Button>
    </div>
  )
}
