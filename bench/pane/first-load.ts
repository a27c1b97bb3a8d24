import { createServer } from 'node:http'
import { gzipSync } from 'node:zlib'
import type { Browser } from 'playwright-core'
import type { BuiltPage } from './baseline.ts'

/** What a page weighs before it shows anything: its scripts, each compressed as it is sent. */
export const bytesOf = ({ files }: BuiltPage): number =>
  [...files.values()].reduce((sum, code) => sum + gzipSync(code).length, 0)

/**
 * How long until a page is ready, in milliseconds: its first content in a frame, or the end of the last long task, whichever is
 * later. The pages take turns, each in a fresh profile, and the median of the loads counts.
 */
export async function readyTimes(browser: Browser, pages: readonly BuiltPage[], loads = 7): Promise<readonly number[]> {
  const folders = pages.map((page, index) => ({ page, prefix: `/${index.toString()}/` }))
  const sent = new Map(
    folders.flatMap(({ page, prefix }) =>
      [...page.files].map(([name, code]) => [prefix + name, gzipSync(code)] as const),
    ),
  )
  const server = createServer((request, response) => {
    const path = request.url ?? '/'
    const code = sent.get(path)
    if (code)
      return void response.writeHead(200, { 'content-type': 'text/javascript', 'content-encoding': 'gzip' }).end(code)
    const folder = folders.find(({ prefix }) => path === prefix)
    if (!folder) return void response.writeHead(404).end('{}')
    response.setHeader('content-type', 'text/html; charset=utf-8')
    response.end(
      `<!doctype html><div id="root"></div><script type="module" src="${folder.prefix}${folder.page.entry}"></script>`,
    )
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  const times = pages.map((): number[] => [])
  for (let load = 0; load <= loads; load += 1) {
    for (const [index, { prefix }] of folders.entries()) {
      const context = await browser.newContext({ locale: 'zh-CN' })
      const page = await context.newPage()
      await page.addInitScript(watchForReady)
      await page.goto(`http://127.0.0.1:${port.toString()}${prefix}`)
      const time = await page.evaluate(() => Reflect.get(window, 'ready') as Promise<number>)
      // The first load of each warms the browser up.
      if (load > 0) times[index]?.push(time)
      await context.close()
    }
  }
  server.close()
  return times.map((each) => each.toSorted((a, b) => a - b)[Math.floor(each.length / 2)] ?? Number.NaN)
}

/** Runs in the page before its own scripts. */
function watchForReady(): void {
  let lastTask = 0
  new PerformanceObserver((list) => {
    for (const task of list.getEntries()) lastTask = Math.max(lastTask, task.startTime + task.duration)
  }).observe({ type: 'longtask', buffered: true })
  const ready = new Promise<number>((resolve) => {
    const look = () => {
      if (!document.getElementById('root')?.firstElementChild?.firstElementChild)
        return void requestAnimationFrame(look)
      requestAnimationFrame(() => {
        const shown = performance.now()
        // Long tasks are told of late.
        setTimeout(() => resolve(Math.max(shown, lastTask)), 500)
      })
    }
    requestAnimationFrame(look)
  })
  Reflect.set(window, 'ready', ready)
}
