import { render, screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { Receipt } from '../api/client.ts'
import submitting from '../i18n/submitting.zh-CN.json' with { type: 'json' }
import { preferenceStore } from './preferences.ts'
import { codeText, receiptCode } from './receipt-code.ts'
import { ReceiptCode } from './ReceiptCode.tsx'
import { Surroundings } from './Surroundings.tsx'

const receipt = {
  number: '2019-000001',
  receivedAt: '2019-06-18T01:05:00.000Z',
  fingerprints: { facts: 'a'.repeat(64), inputs: 'b'.repeat(64), pack: 'c'.repeat(64), result: 'd4'.repeat(32) },
} as unknown as Receipt

describe('the code of a receipt', () => {
  it('says which report it is, when it came in, and what proves its content', () => {
    expect(codeText(receipt)).toBe(`2019-000001 2019-06-18T01:05:00.000Z ${'d4'.repeat(32)}`)
  })

  it('is a square of whole modules with the white rim that readers need', () => {
    const { size, path } = receiptCode(receipt)
    const corners = [...path.matchAll(/M(\d+) (\d+)/g)].map(([, x, y]) => [Number(x), Number(y)] as const)
    expect((size - 8 - 17) % 4).toBe(0)
    expect(Math.min(...corners.flat())).toBe(4)
    expect(Math.max(...corners.flat())).toBe(size - 5)
    // The three marks in the corners are found before anything is read.
    for (const [x, y] of [
      [4, 4],
      [size - 11, 4],
      [4, size - 11],
    ] as const)
      expect(corners).toContainEqual([x, y])
  })

  it('is drawn with a name that says what it holds', async () => {
    render(
      <Surroundings preferences={preferenceStore(localStorage, 'zh-CN')} texts={{ submitting }}>
        <ReceiptCode receipt={receipt} />
      </Surroundings>,
    )
    const code = await screen.findByRole('img', { name: '回执 2019-000001 的二维码：编号、收到时间和算法指纹' })
    expect(code.querySelector('path')?.getAttribute('d')).toBe(receiptCode(receipt).path)
  })
})
