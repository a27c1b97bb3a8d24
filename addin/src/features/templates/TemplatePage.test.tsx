import { toA1 } from '@kaohe/shared-rules'
import { render, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { Suspense } from 'react'
import { describe, expect, it } from 'vitest'
import type { Template, TemplatesApi } from '../../api/templates.ts'
import { issued, pack, units } from '../../testing/campaign.ts'
import { preferenceStore } from '../../ui/preferences.ts'
import { Surroundings } from '../../ui/Surroundings.tsx'
import { pictureOf } from './picture.ts'
import { TemplatePage } from './TemplatePage.tsx'

const sheets = issued('tax', 'xinxing').sheets
const [sheet] = sheets
const head = sheet?.cells.find(({ value }) => typeof value === 'string' && value.startsWith('任务'))
const nearest = toA1(head?.row ?? 0, head?.column ?? 0)

/** An annex in which the column of the target was not found, until it is put at a cell. */
function opened() {
  if (!sheet) throw new Error('the form has no sheet')
  const bound: (string | null)[] = []
  const view = (): Template => ({
    id: '2019-T01',
    form: 'tax',
    name: '附件4.xls',
    sha256: '0'.repeat(64),
    uploadedAt: '2019-06-18T01:00:00.000Z',
    version: null,
    document: null,
    confirmedAt: null,
    binding: { sheet: sheet.name, columns: [{ column: 'unit', head: ['责任单位'], address: 'B5', text: '责任单位' }] },
    unfound:
      bound.length > 0
        ? []
        : [
            {
              column: 'target',
              head: ['任务数'],
              required: true,
              nearest: [{ sheet: sheet.name, address: nearest, text: '任务（万元）' }],
            },
          ],
    differences: {
      unitsMissing: ['heping'],
      strangers: ['某某街道'],
      targets: [{ unit: 'xinxing', key: 'tax', annex: '4000', register: '3600' }],
      unreadable: [],
      sums: [{ key: 'tax', units: '36770', total: '36870', district: '36870', balance: 'short' }],
    },
    annex: [...sheets],
    issued: null,
  })
  const done = Promise.resolve({ ok: true as const, value: {} })
  const api: TemplatesApi = {
    templates: () => Promise.resolve({ ok: true, value: { templates: [] } }),
    template: () => Promise.resolve({ ok: true, value: { template: view() } }),
    upload: () => Promise.resolve({ ok: true, value: { template: view() } }),
    bind(_, __, address) {
      bound.push(address)
      return done
    },
    confirm: () => done,
    file: () => Promise.resolve({ ok: true, value: new Blob() }),
  }
  const nothing = () => undefined
  render(
    <Surroundings preferences={preferenceStore(localStorage, 'zh-CN')}>
      <Suspense>
        <TemplatePage {...{ api, pack, units }} id="2019-T01" onBack={nothing} onLapse={nothing} />
      </Suspense>
    </Surroundings>,
  )
  return bound
}

describe('an annex', () => {
  it('cannot be confirmed before each needed column has a place, which is offered with the nearest head', async () => {
    const bound = opened()
    const confirm = await screen.findByRole<HTMLButtonElement>('button', { name: '确认并启用' })
    expect(confirm.disabled).toBe(true)
    screen.getByText(`最接近的：${nearest} 任务（万元）`)
    await userEvent.click(screen.getByRole('button', { name: '“任务数”在哪一格' }))
    await userEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: '保存' }))
    await waitFor(() => expect(screen.queryByText(/最接近的/)).toBeNull())
    expect(bound).toEqual([nearest])
    // By its words: without layout the page stays hidden from readers after a dialog.
    expect(screen.getByText<HTMLButtonElement>('确认并启用').disabled).toBe(false)
  })

  it('says which units, targets and sums differ, and by how much', async () => {
    opened()
    await screen.findByText(/补一行：和平街道/)
    screen.getByText(/名册中没有的：某某街道/)
    screen.getByText('缺口 100 万元')
    const table = within(screen.getByRole('region', { name: '任务数与现行任务比' })).getByRole('table')
    expect(table.textContent).toContain('新兴街道协税护税（万元）3,6004,000')
  })
})

describe('the picture of a sheet', () => {
  it('has each merged block once, and every row as wide as the sheet', () => {
    if (!sheet) throw new Error('the form has no sheet')
    const { rows, left } = pictureOf(sheet)
    expect(left).toBe(0)
    const area = rows.flatMap(({ cells }) => cells).reduce((sum, cell) => sum + cell.rowSpan * cell.colSpan, 0)
    expect(area).toBe(sheet.rows.length * sheet.columns.length)
  })
})
