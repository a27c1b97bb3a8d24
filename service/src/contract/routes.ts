import { Hono } from 'hono'
import type { Env } from '../access/guard.ts'
import { openApi, type MountedRoute, type OpenApi } from './open-api.ts'
import { apiPage } from './page.ts'

/** The contract, for machines and for people. It says what there is, and nothing of what is in it, so anyone may read it. */
export function contractRoutes(routes: () => readonly MountedRoute[], title: string) {
  // The routes are all known once the app is put together, which is after this.
  let document: OpenApi | undefined
  const current = () => (document ??= openApi(routes(), title))
  return new Hono<Env>()
    .get('/api/v1/openapi.json', (c) => c.json(current()))
    .get('/api', (c) => c.html(apiPage(current())))
}
