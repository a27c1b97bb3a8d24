import type { Browser } from 'playwright-core'
import { launchBrowser } from '../../addin/test/launch-browser.ts'
import { setup as buildAddin } from '../../addin/test/story/build-addin.ts'
import { atMost, noted, type Probe } from '../row.ts'
import { buildBaseline, buildPages } from './baseline.ts'
import { bytesOf, readyTimes } from './first-load.ts'
import { typingTimes, type TypingTimes } from './typing.ts'

/** The pane beside a page that imports the same Fluent components, and what a clerk waits for while typing. */
export const pane: readonly Probe[] = [
  {
    name: 'pane.first-load',
    measure: async () => {
      const { page, sources } = await built()
      const bytes = bytesOf(page('taskpane'))
      const ratio = bytes / bytesOf(await buildBaseline(await sources('taskpane')))
      return [
        atMost('pane.first-load', ratio, '× gz bytes of a Fluent page', 1.3),
        // The ratio rises where a Fluent component is left out; this is what a person waits for.
        noted('pane.first-load-size', bytes / 1000, 'KB, compressed'),
      ]
    },
  },
  {
    name: 'pane.ready',
    measure: async () => {
      const { page, sources } = await built()
      const baseline = await buildBaseline(await sources('workbench'))
      const [ours = Number.NaN, theirs = Number.NaN] = await withBrowser((browser) =>
        readyTimes(browser, [page('workbench'), baseline]),
      )
      return atMost('pane.ready', ours / theirs, '× ready time of a Fluent page', 1.5)
    },
  },
  {
    name: 'pane.edit',
    measure: async () => atMost('pane.edit', (await typing()).editP98, 'ms p98, snapshot to DOM, 300 rows', 16),
  },
  {
    name: 'pane.paste',
    measure: async () => atMost('pane.paste', (await typing()).paste, 'ms, 200 cells, event to DOM', 150),
  },
]

const built = once(buildPages)
const typing = once(async (): Promise<TypingTimes> => {
  await buildAddin()
  return withBrowser(typingTimes)
})

async function withBrowser<T>(work: (browser: Browser) => Promise<T>): Promise<T> {
  const browser = await launchBrowser()
  try {
    return await work(browser)
  } finally {
    await browser.close()
  }
}

/** Two rows share what took long to come by. */
function once<T>(work: () => Promise<T>): () => Promise<T> {
  let result: Promise<T> | undefined
  return () => (result ??= work())
}
