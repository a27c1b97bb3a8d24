import { readFileSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { createServer as createHttpsServer } from 'node:https'
import { serve, type ServerType } from '@hono/node-server'

export interface Listening {
  /** The port in use, also when 0 was asked for. */
  readonly port: number
  /**
   * Takes no new connections, answers the requests under way and ends each connection with its answer. What has not finished
   * after `grace` milliseconds is cut off. Resolves when the last connection is gone.
   */
  readonly close: (grace?: number) => Promise<void>
  /** Reads the certificate anew, for connections from now on. Throws, and keeps the one in use, if the files are no good. */
  readonly renewCertificate: () => void
}

export interface ListenOptions {
  readonly port: number
  readonly host: string
  readonly tls: { readonly cert: string; readonly key: string } | null
  readonly patience?: Patience
}

/** How long a client may take, in milliseconds: one that sends a byte a minute must not hold a connection for ever. */
export interface Patience {
  readonly headers: number
  /** With the body: 10 MB on a bad line. */
  readonly request: number
}
const ordinaryPatience: Patience = { headers: 15_000, request: 300_000 }

/** Listens, or rejects with the system's error (`EADDRINUSE` for a taken port). */
export async function listen(
  fetch: (request: Request, env: object) => Response | Promise<Response>,
  { port, host, tls, patience = ordinaryPatience }: ListenOptions,
): Promise<Listening> {
  const bounds = {
    headersTimeout: patience.headers,
    requestTimeout: patience.request,
    connectionsCheckingInterval: Math.min(patience.headers, 5000),
    keepAliveTimeout: 30_000,
  }
  const server = tls
    ? serve({
        fetch,
        port,
        hostname: host,
        createServer: createHttpsServer,
        serverOptions: { ...bounds, ...certificateOf(tls) },
      })
    : serve({ fetch, port, hostname: host, serverOptions: bounds })
  const drain = drainOf(server)
  await new Promise<void>((resolve, reject) => {
    server.once('listening', resolve)
    server.once('error', reject)
  })
  const address = server.address()
  return {
    port: typeof address === 'object' && address ? address.port : port,
    close: drain,
    renewCertificate: () => {
      if (tls && 'setSecureContext' in server) server.setSecureContext(certificateOf(tls))
    },
  }
}

const certificateOf = ({ cert, key }: { readonly cert: string; readonly key: string }) => ({
  cert: readFileSync(cert),
  key: readFileSync(key),
})

/** What to tell a person about a port that cannot be had, or null for any other error. */
export function portTrouble(error: unknown, port: number): string | null {
  if (!(error instanceof Error && 'code' in error)) return null
  if (error.code === 'EADDRINUSE')
    return `端口 ${port} 已被占用。请关闭占用它的程序，或换一个端口，例如 PORT=${port + 1}`
  if (error.code === 'EACCES') return `没有使用端口 ${port} 的权限。请换一个大于 1024 的端口，例如 PORT=3000`
  return null
}

/** Long enough for the slowest report on a bad line, shorter than systemd's patience. */
const defaultGrace = 20_000

function drainOf(server: ServerType): (grace?: number) => Promise<void> {
  const underWay = new Set<Pick<ServerResponse, 'headersSent' | 'setHeader'>>()
  let closing = false
  // First in line: the answer to a small request may be written before the next listener is asked.
  server.prependListener('request', (_request: IncomingMessage, response: ServerResponse) => {
    if (closing) response.setHeader('Connection', 'close')
    underWay.add(response)
    response.once('close', () => underWay.delete(response))
  })
  return async (grace = defaultGrace) => {
    closing = true
    const closed = new Promise<void>((resolve, reject) => {
      server.close((error) => (error ? reject(error) : resolve()))
    })
    // A kept-alive connection would bring one request after the other and never end.
    for (const response of underWay) if (!response.headersSent) response.setHeader('Connection', 'close')
    if ('closeIdleConnections' in server) server.closeIdleConnections()
    const timer = setTimeout(() => {
      if ('closeAllConnections' in server) server.closeAllConnections()
    }, grace)
    await closed
    clearTimeout(timer)
  }
}
