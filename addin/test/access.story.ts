import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDemo, type Demo } from '../../service/src/cli/open-demo.ts'
import { launchBrowser } from './launch-browser.ts'
import { faultsOf, rulesOfColour } from './walk/axe.ts'
import { walkThePane } from './walk/walk.ts'

const silent = { info: () => undefined, error: () => undefined }

describe('each state of the pane', () => {
  let demo: Demo
  let browser: Browser
  const light: Record<string, readonly string[]> = {}
  const dark: Record<string, readonly string[]> = {}
  /** How far the page is wider than the narrowest pane that Excel shows, in pixels. */
  const tooWide: Record<string, number> = {}
  beforeAll(async () => {
    demo = await openDemo({ port: 0, host: '127.0.0.1', log: silent })
    browser = await launchBrowser()
    await walkThePane({
      demo,
      browser,
      visit: async (state, page) => {
        light[state] = await faultsOf(page)
        await page.emulateMedia({ colorScheme: 'dark' })
        dark[state] = await faultsOf(page, rulesOfColour)
        await page.setViewportSize({ width: 320, height: 600 })
        tooWide[state] = await page.evaluate(widestOverflow)
        await page.setViewportSize({ width: 400, height: 900 })
        await page.emulateMedia({ colorScheme: 'light' })
      },
    })
  })
  afterAll(async () => {
    await browser.close()
    await demo.close()
  })

  it('has nothing that axe finds wrong, light or dark', () => {
    expect(Object.keys(light).length).toBeGreaterThanOrEqual(15)
    expect({ light, dark }).toEqual({ light: clean(light), dark: clean(dark) })
  })

  it('fits into 320 pixels', () => {
    expect(Object.entries(tooWide).filter(([, pixels]) => pixels > 0)).toEqual([])
  })
})

const clean = (states: object) => Object.fromEntries(Object.keys(states).map((state) => [state, []]))

/** The farthest that anything in sight sticks out at the right, unless it lies in something that scrolls sideways. */
function widestOverflow(): number {
  const scrolls = (element: Element | null): boolean =>
    element !== null &&
    (/auto|scroll/.test(getComputedStyle(element).overflowX) && element.scrollWidth > element.clientWidth
      ? element.matches('[role=tablist],[role=grid] *')
      : scrolls(element.parentElement))
  const outside = [...document.querySelectorAll('body *')]
    .filter((element) => element.checkVisibility() && !scrolls(element))
    .map((element) => element.getBoundingClientRect())
    .filter(({ width, height }) => width > 1 && height > 1)
    .map(({ right }) => Math.round(right - document.documentElement.clientWidth))
  return Math.max(0, ...outside)
}
