import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { serveStatic } from '@hono/node-server/serve-static'
import { Hono, type Context, type MiddlewareHandler } from 'hono'
import { compress } from 'hono/compress'
import type { Env } from '../access/guard.ts'
import { ProblemError } from '../problem.ts'
import { landingPage } from './landing.ts'
import { withOfficeJs } from './office-js.ts'
import { stampManifest } from './stamp-manifest.ts'

export interface Pages {
  /** Folder of the built add-in. */
  readonly dist: string
  /** Folder with our own copy of office.js. */
  readonly officeJsFolder: string
  /** Where the pages load office.js from; null for our own copy. */
  readonly officeJs: string | null
  /** The manifest as the repository has it. */
  readonly manifest: string
  /** The address people use; null to go by the request. */
  readonly publicUrl: string | null
  readonly trustProxy: boolean
}

/** The pages of the add-in, office.js beside them, and the manifest stamped with the address it was fetched from. */
export function pageRoutes(pages: Pages, { title, demo }: { title: string; demo: boolean }) {
  return (
    new Hono<Env>()
      .use('/assets/*', compress())
      .use('/office-js/*', compress())
      .get('/', (c) => {
        c.header('Cache-Control', 'no-store')
        return c.html(landingPage({ title, demo }))
      })
      .get(
        '/workbench',
        files(pages.dist, 'no-store', () => '/workbench.html'),
      )
      .get(
        '/office',
        files(pages.dist, 'no-store', () => '/office.html'),
      )
      .get('/manifest.xml', async (c) => {
        const xml = await readFile(pages.manifest, 'utf8')
        const base = pages.publicUrl ?? originOf(c, pages.trustProxy)
        return c.body(stampManifest(xml, base), 200, {
          'Content-Type': 'application/xml; charset=utf-8',
          'Cache-Control': 'no-store',
        })
      })
      // Vite writes the content's hash into these names.
      .get('/assets/*', files(pages.dist, 'public, max-age=31536000, immutable'))
      // Office shows no icon on the ribbon that it may not keep.
      .get('/icons/*', files(pages.dist, 'public, max-age=86400'))
      .get(
        '/office-js/*',
        files(pages.officeJsFolder, 'public, max-age=86400', (path) => path.slice('/office-js'.length)),
      )
      .get('/*', officeJsFrom(pages.officeJs), files(pages.dist, 'no-store'))
  )
}

function files(root: string, cache: string, rewriteRequestPath = (path: string) => path): MiddlewareHandler<Env> {
  // Without the folder serveStatic complains on the console of every start, tests included.
  const serve = existsSync(root) && serveStatic({ root, rewriteRequestPath })
  return async (c) => {
    const response = serve && (await serve(c, async () => undefined))
    if (!response) throw new ProblemError({ type: 'not-found' })
    response.headers.set('Cache-Control', cache)
    return response
  }
}

/** Writes the configured address of office.js into the pages that pass. */
function officeJsFrom(address: string | null): MiddlewareHandler<Env> {
  return async (c, next) => {
    await next()
    if (address === null || c.res.headers.get('content-type')?.startsWith('text/html') !== true) return
    const headers = new Headers(c.res.headers)
    headers.delete('content-length')
    c.res = new Response(withOfficeJs(await c.res.text(), address), { headers })
  }
}

function originOf(c: Context, trustProxy: boolean): string {
  const { protocol, host } = new URL(c.req.url)
  const seen = (name: string) => (trustProxy ? c.req.header(name)?.split(',').at(-1)?.trim() : undefined)
  return new URL(`${seen('x-forwarded-proto') ?? protocol.slice(0, -1)}://${seen('x-forwarded-host') ?? host}`).origin
}
