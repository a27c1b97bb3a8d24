import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Demo } from '../../service/src/cli/open-demo.ts'
import { openStage, type Stage } from './open-stage.ts'
import { confirm, pane, receiptIn } from './story/excel-clerk.ts'
import { openMachine } from './walk/machine.ts'

describe('on a network without internet', () => {
  let demo: Demo
  let browser: Browser
  let close: Stage['close']
  beforeAll(async () => {
    ;({ demo, browser, close } = await openStage())
  })
  afterAll(() => close())

  it('the pane asks nobody but its own service, and its policy is never broken', async () => {
    const outside: string[] = []
    const broken: string[] = []
    const { page, host, context } = await openMachine({
      demo,
      browser,
      username: 'heping',
      form: 'investment',
      before: async (opened) => {
        opened.on('console', (message) => {
          if (/Content Security Policy/i.test(message.text())) broken.push(message.text())
        })
        await opened.context().route(
          ({ origin }) => origin !== demo.url,
          async (route) => {
            outside.push(route.request().url())
            await route.abort()
          },
        )
      },
    })
    await pane.total(page).waitFor()
    host.user.type(host.book.active.name, 'D8', 6000)
    await page.getByText('没有需要处理的问题').waitFor()
    await confirm(page)
    expect((await receiptIn(page)).number).toMatch(/^2019-\d{6}$/)
    expect(outside).toEqual([])
    expect(broken).toEqual([])
    await context.close()
  })
})
