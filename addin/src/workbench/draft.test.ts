import { layoutForm, formSchema } from '@kaohe/shared-rules'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { memoryKeep } from '../api/keep.ts'
import { memoryBook } from '../workbook/memory-book.ts'
import { memoryReportSheets } from '../workbook/memory-report-sheets.ts'
import { bookOfGrid } from './book-of-grid.ts'
import { draftOf, withDraft } from './draft.ts'
import type { FormsApi } from './forms-api.ts'
import { openForm } from './open-form.ts'

const pack = join(import.meta.dirname, '../../../shared-rules/packs/haizhou-2019')
const projects: unknown = JSON.parse(readFileSync(join(pack, 'forms/2-projects.json'), 'utf8'))
const unit = { id: 'xinxing', name: '新兴街道', pool: 'town', order: 1 }
const grid = layoutForm(formSchema.parse(projects), {
  units: [unit],
  targets: {},
  totals: {},
  indicators: [],
  owner: 'xinxing',
  sample: true,
})
const issued = bookOfGrid(grid)
const ledger = grid.sheets[1]?.name ?? ''
const name = { row: 5, column: 1, value: '光伏组件' }

/** The service as far as this page asks it: one form, the same each time. */
const service: Pick<FormsApi, 'grid'> = { grid: async () => ({ ok: true, value: grid }) }

describe('a draft', () => {
  it('is nothing while nothing was typed', () => {
    expect(draftOf(issued, memoryBook(issued).state())).toBeNull()
  })

  it('holds the typed cells, and puts them back into the form as issued', () => {
    const book = memoryBook(issued)
    book.edit(ledger, [name])
    const draft = draftOf(issued, book.state())
    expect(draft?.cells).toEqual([{ sheet: ledger, ...name }])
    const filled = draft && withDraft(issued, draft)
    expect(filled?.sheets[1]?.rows[5]?.[1]?.value).toBe('光伏组件')
  })

  it('survives being stored as text', () => {
    const book = memoryBook(issued)
    book.edit(ledger, [name])
    const draft = draftOf(issued, book.state())
    expect(JSON.parse(JSON.stringify(draft))).toEqual(draft)
  })

  it('is not put under other headings when the form is issued anew', () => {
    const book = memoryBook(issued)
    book.edit(ledger, [name])
    const draft = draftOf(issued, book.state())
    const anew = { ...issued, names: { ...issued.names, 'kaohe.projects.t2.name': "'台账'!$C$6:$C$205" } }
    expect(draft && withDraft(anew, draft)).toBeUndefined()
  })

  it('keeps pulled rankings, and finds them again as tables', async () => {
    const book = memoryBook(issued)
    const report = { sheet: '综合排名', table: 't', title: '综合排名', notes: [], columns: [], rows: [] }
    await memoryReportSheets(book).create(report)
    const draft = draftOf(issued, book.state())
    const filled = draft && withDraft(issued, draft)
    const again = filled && memoryReportSheets(memoryBook(filled))
    expect(await again?.find('t')).toEqual({ ok: true, value: { sheet: '综合排名' } })
  })
})

describe('openForm', () => {
  it('restores what the same person typed before, and shows it to nobody else', async () => {
    const keep = memoryKeep()
    const first = await openForm(service, keep, 'xinxing', 'projects')
    if (!first.ok) throw new Error('not opened')
    first.value.book.edit(ledger, [name])
    await keep.set(first.value.key, draftOf(first.value.issued, first.value.book.state()))
    const again = await openForm(service, keep, 'xinxing', 'projects')
    const other = await openForm(service, keep, 'heping', 'projects')
    expect(again.ok && again.value.draft).toBe('restored')
    expect(other.ok && other.value.draft).toBe('none')
  })

  it('begins where figures are typed', async () => {
    const opened = await openForm(service, memoryKeep(), 'xinxing', 'projects')
    expect(opened.ok && opened.value.book.state().selection.sheet).toBe(ledger)
  })
})
