import { render, screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import type { Receipt } from '../api/client.ts'
import submitting from '../i18n/submitting.zh-CN.json' with { type: 'json' }
import { preferenceStore } from './preferences.ts'
import { ReceiptView } from './ReceiptView.tsx'
import { Surroundings } from './Surroundings.tsx'

const hash = 'a'.repeat(64)
const receipt: Receipt = {
  number: '2019-000001',
  receivedAt: '2019-06-20T02:00:00.000Z',
  unit: { id: 'xinxing', name: '新兴街道', pool: 'town', order: 1 },
  form: 'investment',
  window: '2019-06-1',
  timeliness: 'late',
  pack: { id: 'haizhou-2019', version: '2019.3', hash },
  fingerprints: { inputs: hash, result: hash },
  total: { kind: 'total', shown: '86.25', exact: '345/4' },
  indicators: [],
  cells: [],
  numbers: [],
}

function show(given: Receipt) {
  render(
    <Surroundings preferences={preferenceStore(localStorage, 'zh-CN')} texts={{ submitting }}>
      <ReceiptView receipt={given} form={undefined} windowTitle="6月上半月" notice="" onDone={null} />
    </Surroundings>,
  )
  return screen.findByText('2019-06-20 10:00 · 逾期')
}

it('tells of a report that waited for a network when it was saved, and which clock counts', async () => {
  await show({ ...receipt, savedAt: '2019-06-18T08:30:00.000Z' })
  expect(screen.getByText(/^2019-06-18 16:30（填报电脑的时钟，.*以收到时间为准）$/)).toBeTruthy()
})

it('says nothing of it where a report was sent as it was saved', async () => {
  await show({ ...receipt, savedAt: '2019-06-20T01:59:59.000Z' })
  expect(screen.queryByText('本机保存')).toBeNull()
})
