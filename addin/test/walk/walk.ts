import type { Browser, Page } from 'playwright-core'
import type { Demo } from '../../../service/src/cli/open-demo.ts'

export interface Walk {
  readonly demo: Demo
  readonly browser: Browser
  /** Called in each state, once the page stands still. */
  readonly visit: (state: string, page: Page) => Promise<void>
}

export const desktop = { width: 1280, height: 800 }
/** What is left of the same window at 200 %. */
export const halfDesktop = { width: 640, height: 400 }

/** A page in a window as wide as that of most desks, in a browser that nobody has used. */
export async function openWide(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ viewport: desktop, locale: 'zh-CN' })
  return context.newPage()
}
