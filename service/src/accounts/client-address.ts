import { isIP } from 'node:net'
import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context } from 'hono'

/** Where a request comes from: its socket, or, behind a proxy that is ours, what that proxy appended last. */
export function clientAddress(trustProxy: boolean): (c: Context) => string {
  return (c) => {
    const forwarded = trustProxy ? c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() : undefined
    if (forwarded !== undefined && isIP(forwarded) !== 0) return forwarded
    return getConnInfo(c).remote.address ?? '0.0.0.0'
  }
}
