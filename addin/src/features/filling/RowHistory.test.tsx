import { act, render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import type { PastCell } from '../../api/client.ts'
import filling from '../../i18n/filling.zh-CN.json' with { type: 'json' }
import { createTexts } from '../../i18n/texts.ts'
import { TextsContext } from '../../i18n/use-translation.ts'
import { pack } from '../../testing/campaign.ts'
import { answered } from '../../testing/desk-page.tsx'
import { RowHistory } from './RowHistory.tsx'

const ledger = pack.forms.flatMap(({ ledgers }) => ledgers).find(({ id }) => id === 'projects')
const entry = (value: string): PastCell => ({
  number: '2019-000001',
  window: '2019-06-1',
  receivedAt: '2019-06-18T01:05:00.000Z',
  by: '新兴街道填报员',
  value,
  reasons: [],
  decisions: [],
})

function open(onHistory: (cell: string) => ReturnType<typeof answered<{ entries: PastCell[] }>>) {
  const texts = createTexts({ filling })
  if (!ledger) throw new Error('no ledger of projects')
  const row = (selected: string | null) => (
    <TextsContext value={texts}>
      <RowHistory
        ledger={ledger}
        number="2-01-0007"
        selected={selected}
        nameOf={(unit) => unit}
        onHistory={onHistory}
      />
    </TextsContext>
  )
  const { rerender } = render(row(null))
  return { select: (column: string) => act(() => rerender(row(column))) }
}

describe('the past of a ledger row', () => {
  it('is told for the selected cell, and for each other that a person picks', async () => {
    const asked: string[] = []
    const { select } = open((cell) => {
      asked.push(cell)
      return answered({ entries: [entry(`past of ${cell}`)] })
    })
    expect(asked).toEqual([])
    await userEvent.click(screen.getByRole('button', { name: '历次' }))
    expect(await screen.findByText('past of projects/2-01-0007/totalInvestment')).toBeTruthy()
    await select('stage')
    expect(await screen.findByText('past of projects/2-01-0007/stage')).toBeTruthy()
    const columns = screen.getByRole('combobox', { name: '看哪一栏' })
    await userEvent.selectOptions(columns, '开工日期')
    expect(await screen.findByText('past of projects/2-01-0007/startDate')).toBeTruthy()
    expect(screen.queryByText(/stage/)).toBeNull()
    expect([...columns.querySelectorAll('option')]).toHaveLength((ledger?.columns.length ?? 0) - 1)
  })

  it('shows the answer for the cell asked for last, whichever comes last', async () => {
    const answers = new Map<string, (value: string) => void>()
    const { select } = open(
      (cell) =>
        new Promise((resolve) =>
          answers.set(cell, (value) => resolve({ ok: true, value: { entries: [entry(value)] } })),
        ),
    )
    await userEvent.click(screen.getByRole('button', { name: '历次' }))
    await select('stage')
    await act(async () => answers.get('projects/2-01-0007/stage')?.('开工'))
    await act(async () => answers.get('projects/2-01-0007/totalInvestment')?.('6000'))
    expect(screen.getByText('开工')).toBeTruthy()
    expect(screen.queryByText('6,000')).toBeNull()
  })
})
