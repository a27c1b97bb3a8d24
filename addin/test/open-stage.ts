import type { Browser } from 'playwright-core'
import { openDemo, type Demo, type DemoOptions } from '../../service/src/cli/open-demo.ts'
import { launchBrowser } from './launch-browser.ts'

/** What a story plays on. */
export interface Stage {
  readonly demo: Demo
  readonly browser: Browser
  readonly close: () => Promise<void>
}

const silent = { info: () => undefined, error: () => undefined }

/** Opens the demo and a browser; whoever opens them closes them. */
export async function openStage(tls: DemoOptions['tls'] = null): Promise<Stage> {
  const demo = await openDemo({ port: 0, host: '127.0.0.1', log: silent, tls })
  const browser = await launchBrowser()
  const close = async () => {
    await browser.close()
    await demo.close()
  }
  return { demo, browser, close }
}
