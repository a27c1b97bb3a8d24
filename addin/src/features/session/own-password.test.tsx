import { screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { formOf, signIn } from '../../testing/pane.tsx'
import { password } from '../../testing/fake-service.ts'

describe('the first sign-in with a password from the office', () => {
  it('asks for one of the person’s own, and then goes on', async () => {
    const clerk = formOf('investment', 'xinxing')
    clerk.service.state.givenPassword = true
    clerk.open()
    await signIn('xinxing')
    const change = await screen.findByRole('button', { name: '修改密码并进入' })
    await userEvent.type(screen.getByLabelText(/^现在的密码/), password)
    await userEvent.type(screen.getByLabelText(/^新密码/), 'short')
    expect(await screen.findByText('至少 10 个字符')).toBeTruthy()
    await userEvent.type(screen.getByLabelText(/^新密码/), ' but longer')
    await userEvent.type(screen.getByLabelText(/^再输一遍/), 'short but longer')
    await userEvent.click(change)
    expect(await screen.findByRole('heading', { name: '新兴街道' })).toBeTruthy()
  })
})
