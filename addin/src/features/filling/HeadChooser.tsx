import { Button, Caption1, Field, makeStyles, Select, tokens } from '@fluentui/react-components'
import { likenessOfHeads, type MissingHead, type SheetHead } from '@kaohe/shared-rules'
import { useMemo, useState } from 'react'
import { useTranslation } from '../../i18n/use-translation.ts'
import type { ChosenBinding } from './recognising.ts'

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS, marginTop: tokens.spacingVerticalS },
  quiet: { color: tokens.colorNeutralForeground3 },
  // The longest head must not make the pane wider than it is.
  select: { minWidth: 0, width: '100%', '& > select': { minWidth: 0, width: '100%', textOverflow: 'ellipsis' } },
})

interface HeadChooserProps {
  readonly form: string
  readonly missing: readonly MissingHead[]
  readonly heads: readonly SheetHead[]
  readonly onChoose: (binding: ChosenBinding) => void
}

/** Lets the person say which head of the sheet is meant for each that was not found; the most alike stand first. */
export function HeadChooser({ form, missing, heads, onChoose }: HeadChooserProps) {
  const styles = useStyles()
  const { t } = useTranslation('filling')
  const [picked, setPicked] = useState<Readonly<Record<string, string>>>({})
  const chosen = missing.flatMap(({ column }) => {
    const head = heads.find((one) => placeOf(one) === picked[column])
    return head ? [[column, head.path] as const] : []
  })
  return (
    <div className={styles.root}>
      <Caption1 className={styles.quiet}>{t('binding.hint')}</Caption1>
      {missing.map((one) => (
        <Choice
          key={one.column}
          missing={one}
          heads={heads}
          value={picked[one.column] ?? ''}
          onPick={(place) => setPicked({ ...picked, [one.column]: place })}
        />
      ))}
      <Button
        appearance="primary"
        disabled={chosen.length < missing.length}
        onClick={() => onChoose({ form, heads: Object.fromEntries(chosen) })}
      >
        {chosen.length < missing.length
          ? t('binding.left', { count: missing.length - chosen.length })
          : t('binding.apply')}
      </Button>
    </div>
  )
}

interface ChoiceProps {
  readonly missing: MissingHead
  readonly heads: readonly SheetHead[]
  readonly value: string
  readonly onPick: (place: string) => void
}

function Choice({ missing: { head }, heads, value, onPick }: ChoiceProps) {
  const styles = useStyles()
  const { t } = useTranslation('filling')
  const sorted = useMemo(
    () => [...heads].sort((a, b) => likenessOfHeads(b.path, head) - likenessOfHeads(a.path, head)),
    [heads, head],
  )
  return (
    <Field label={`“${head.join(' / ')}”`} size="small" style={{ minWidth: 0 }}>
      <Select className={styles.select} size="small" value={value} onChange={(_, picked) => onPick(picked.value)}>
        <option value="">{t('binding.pick')}</option>
        {sorted.map((one) => (
          <option key={placeOf(one)} value={placeOf(one)}>
            {(one.path.at(-1) ?? '') + t('list.bracketed', { text: `${one.sheet} ${one.address}` })}
          </option>
        ))}
      </Select>
    </Field>
  )
}

const placeOf = ({ sheet, address }: SheetHead): string => `${sheet}!${address}`
