import { createServer, type Server } from 'node:http'
import { gzipSync } from 'node:zlib'
import type { Browser } from 'playwright-core'
import type { BuiltPage } from './baseline.ts'

/** What a page weighs before it shows anything: its scripts, each compressed as it is sent. */
export const bytesOf = ({ files }: BuiltPage): number =>
  [...files.values()].reduce((sum, code) => sum + gzipSync(code).length, 0)

/**
 * How long until a page is ready, in milliseconds: its first content in a frame, or the end of the last long task, whichever is
 * later. The pages take turns, each in a fresh profile, and the median of the loads counts. Each is handed out at the root of
 * an origin of its own, with the document that was built for it: the links that it and its chunks fetch ahead by are absolute,
 * and under a folder they would only cost a page that has any.
 */
export async function readyTimes(browser: Browser, pages: readonly BuiltPage[], loads = 7): Promise<readonly number[]> {
  const servers = await Promise.all(pages.map(serverOf))
  const times = pages.map((): number[] => [])
  for (let load = 0; load <= loads; load += 1) {
    for (const [index, server] of servers.entries()) {
      const context = await browser.newContext({ locale: 'zh-CN' })
      const page = await context.newPage()
      await page.addInitScript(watchForReady)
      await page.goto(addressOf(server))
      const time = await page.evaluate(() => Reflect.get(window, 'ready') as Promise<number>)
      // The first load of each warms the browser up.
      if (load > 0) times[index]?.push(time)
      await context.close()
    }
  }
  for (const server of servers) server.close()
  return times.map((each) => each.toSorted((a, b) => a - b)[Math.floor(each.length / 2)] ?? Number.NaN)
}

async function serverOf({ html, files, others }: BuiltPage): Promise<Server> {
  const sent = new Map<string, Buffer>(
    [...files, ...others].map(([name, text]) => [`/${name}`, gzipSync(text)] as const),
  )
  const server = createServer((request, response) => {
    const path = request.url ?? '/'
    const body = sent.get(path)
    if (path === '/') response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(html)
    else if (!body) response.writeHead(404).end('{}')
    else {
      const type = path.endsWith('.css') ? 'text/css' : 'text/javascript'
      response.writeHead(200, { 'content-type': type, 'content-encoding': 'gzip' }).end(body)
    }
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  return server
}

function addressOf(server: Server): string {
  const address = server.address()
  return `http://127.0.0.1:${(typeof address === 'object' && address ? address.port : 0).toString()}/`
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
