import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Demo } from '../../service/src/cli/open-demo.ts'
import { openStage, type Stage } from './open-stage.ts'
import { faultsOf, rulesOfColour } from './walk/axe.ts'
import { widestOverflow } from './walk/overflow.ts'
import { walkTheDesks } from './walk/walk-desks.ts'
import { walkThePane, type Walk } from './walk/walk.ts'

type Size = { readonly width: number; readonly height: number }

interface Look {
  readonly light: readonly string[]
  readonly dark: readonly string[]
  /** How far the page is wider than the narrowest window it has to fit, in pixels. */
  readonly tooWide: number
}
type Walker = (walk: Walk) => Promise<void>

describe.each<{ what: string; walk: Walker; states: number; size: Size; narrow: Size }>([
  {
    what: 'the pane',
    walk: walkThePane,
    states: 15,
    size: { width: 400, height: 900 },
    // The narrowest that Excel makes it; and what a pane of 640 is at 200 %.
    narrow: { width: 320, height: 600 },
  },
  {
    what: 'the workbench and the desks',
    walk: walkTheDesks,
    states: 25,
    size: { width: 1280, height: 800 },
    // What is left of the same window at 200 %.
    narrow: { width: 640, height: 400 },
  },
])('each state of $what', ({ walk, states, size, narrow }) => {
  let demo: Demo
  let browser: Browser
  let close: Stage['close']
  const seen: Record<string, Look> = {}
  beforeAll(async () => {
    ;({ demo, browser, close } = await openStage())
    await walk({
      demo,
      browser,
      visit: async (state, page) => {
        const light = await faultsOf(page)
        await page.emulateMedia({ colorScheme: 'dark' })
        const dark = await faultsOf(page, rulesOfColour)
        await page.setViewportSize(narrow)
        seen[state] = { light, dark, tooWide: await page.evaluate(widestOverflow) }
        await page.setViewportSize(size)
        await page.emulateMedia({ colorScheme: 'light' })
      },
    })
  }, 300_000)
  afterAll(() => close())

  it('has nothing that axe finds wrong, light or dark', () => {
    expect(Object.keys(seen).length).toBeGreaterThanOrEqual(states)
    expect(Object.entries(seen).filter(([, { light, dark }]) => light.length + dark.length > 0)).toEqual([])
  })

  it(`fits into ${String(narrow.width)} pixels`, () => {
    expect(Object.entries(seen).filter(([, { tooWide }]) => tooWide > 0)).toEqual([])
  })
})
