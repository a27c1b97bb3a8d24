import { useSyncExternalStore } from 'react'
import { DraftNotice } from './DraftNotice.tsx'
import { firstOpen } from './first-open.ts'
import { Grid } from './grid/Grid.tsx'
import type { OpenedForm } from './open-form.ts'
import { SheetTabs } from './SheetTabs.tsx'

/** The open workbook: the sheet in front, and the tabs of all. */
export function OpenBook({ opened }: { readonly opened: OpenedForm }) {
  const { book } = opened
  const { sheets, selection } = useSyncExternalStore(book.subscribe, book.state)
  const sheet = sheets.find(({ name }) => name === selection.sheet) ?? sheets[0]
  if (!sheet) return null

  function open(name: string) {
    const next = sheets.find((each) => each.name === name)
    if (next && next !== sheet) book.select(name, firstOpen(next))
  }
  return (
    <>
      <DraftNotice draft={opened.draft} />
      <Grid key={sheet.name} book={book} sheet={sheet} />
      <SheetTabs sheets={sheets} current={sheet.name} onOpen={open} />
    </>
  )
}
