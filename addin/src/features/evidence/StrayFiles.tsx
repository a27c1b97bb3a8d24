import { makeStyles, MessageBar, MessageBarBody, Select, tokens } from '@fluentui/react-components'
import type { Cells, Ledger } from '@kaohe/shared-rules'
import { useEffect, useSyncExternalStore } from 'react'
import { useTranslation } from '../../i18n/use-translation.ts'
import type { EvidenceDesk } from './evidence-desk.ts'
import { placeOfRow } from './place.ts'
import { strayFiles } from './stray-files.ts'
import { WaitingLine } from './WaitingLine.tsx'

const useStyles = makeStyles({
  root: { flexShrink: 0, maxHeight: '50%', overflowY: 'auto' },
  list: { margin: 0, padding: 0, listStyleType: 'none', display: 'grid', rowGap: tokens.spacingVerticalXS },
})

interface StrayFilesProps {
  readonly desk: EvidenceDesk
  readonly ledger: Ledger
  readonly rows: readonly Cells[]
}

/** Files kept for a row that is no longer called as it was when they were added: led to where it is, or to where a person says. */
export function StrayFiles({ desk, ledger, rows }: StrayFilesProps) {
  const styles = useStyles()
  const { t } = useTranslation('evidence')
  const { waiting, issued } = useSyncExternalStore(desk.subscribe, desk.state)
  // Most of the time there is none, and no edit of the sheet costs anything here.
  const here = waiting.filter(({ row, item, refused }) => row?.ledger === ledger.id && (item === null || refused))
  const places = here.length > 0 ? rows.map((cells) => placeOfRow(desk.formOf(ledger), ledger, cells, issued)) : []
  const { moves, left } = strayFiles(here, places, issued)
  useEffect(() => {
    for (const { file, to } of moves) void desk.move(file, to)
  })

  if (left.length === 0) return null
  const named = places.filter(({ title }) => title !== '')
  return (
    <MessageBar className={styles.root} intent="warning" layout="multiline">
      <MessageBarBody>
        {t('stray.title', { count: left.length })}
        <ul className={styles.list} aria-label={t('stray.list')}>
          {left.map((file) => (
            <li key={file.key}>
              {t('stray.of', { title: file.title })}
              <ul className={styles.list}>
                <WaitingLine desk={desk} file={file} />
              </ul>
              <Select
                size="small"
                aria-label={t('stray.to', { name: file.name })}
                value=""
                onChange={(_, { value }) => {
                  const place = named[Number(value)]
                  if (place) void desk.move(file, place)
                }}
              >
                <option value="">{t('stray.choose')}</option>
                {named.map(({ title }, index) => (
                  <option key={index} value={index}>
                    {title}
                  </option>
                ))}
              </Select>
            </li>
          ))}
        </ul>
      </MessageBarBody>
    </MessageBar>
  )
}
