import { screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { formOf, signIn } from './testing/pane.tsx'

const sheet = '固定资产投资任务分解表'

describe('the pane for who reads English', () => {
  it('speaks it where the host does, and keeps the words of the district as they are', async () => {
    formOf('investment', 'xinxing', 'en-US').open()
    expect(await screen.findByRole('heading', { name: 'Sign in to start reporting' })).toBeTruthy()
    expect(document.documentElement.lang).toBe('en-US')
    await userEvent.click(screen.getByRole('button', { name: '中文' }))
    await signIn('xinxing')
    // Until the form is recognised the header is still that of the pane being opened.
    await screen.findByRole('article', { name: '固定资产投资' })
    await userEvent.click(screen.getByRole('button', { name: /账号/ }))
    await userEvent.click(screen.getByRole('menuitem', { name: 'English' }))
    expect(await screen.findByText(/Saved ≠ submitted/)).toBeTruthy()
    expect(screen.getByRole('article', { name: '固定资产投资' })).toBeTruthy()
  })

  it('stays in the language that was chosen, when it is opened again', async () => {
    const clerk = formOf('investment', 'xinxing')
    const first = clerk.open()
    await userEvent.click(await screen.findByRole('button', { name: 'English' }))
    await screen.findByRole('heading', { name: 'Sign in to start reporting' })
    first.unmount()
    clerk.open()
    expect(await screen.findByRole('heading', { name: 'Sign in to start reporting' })).toBeTruthy()
  })
})

describe('amounts', () => {
  it('are shown in 亿元 to who prefers that; what is in the sheet stays as it is', async () => {
    const clerk = formOf('investment', 'xinxing')
    clerk.open()
    await signIn('xinxing')
    await clerk.enter(sheet, 'D7', [[12900]])
    const card = within(await screen.findByRole('article', { name: '固定资产投资' }))
    expect(await card.findByText(/12,900/)).toBeTruthy()
    await userEvent.click(screen.getByRole('button', { name: /账号/ }))
    await userEvent.click(screen.getByRole('menuitem', { name: '金额以亿元显示' }))
    expect(await card.findByText(/1\.29/)).toBeTruthy()
    expect(card.getByText('亿元')).toBeTruthy()
    expect(card.getByText('28.51')).toBeTruthy()
    expect(clerk.writes).toEqual([])
  })
})
