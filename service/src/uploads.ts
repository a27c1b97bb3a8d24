import type { Context, MiddlewareHandler } from 'hono'
import { bodyLimit as measuredLimit } from 'hono/body-limit'
import { ProblemError, problemResponse } from './problem.ts'

/** Mails of one afternoon: three hundred files of a hundred kilobytes. */
export const largestUpload = 32 * 1024 * 1024
export const mostFiles = 300

/** Routes that take files are listed here; all others take no more than the largest report. */
const takesFiles = (path: string): boolean => /^\/api\/v1\/(?:intake|templates)(?:\/grid)?$/.test(path)
const takesEvidence = (path: string): boolean => path === '/api/v1/evidence'

/** Turns bodies away that are larger than anything their route takes. */
export function bodyLimits(largest: { readonly plain: number; readonly evidence: number }): MiddlewareHandler {
  const [plain, files] = [bodyLimit(largest.plain), bodyLimit(largestUpload)]
  // One that tells no length would be read to be measured: its route does that, once there is room for it.
  const evidence = bodyLimit(largest.evidence, (_c, next) => next())
  return (c, next) => {
    const { path } = c.req
    return (takesFiles(path) ? files : takesEvidence(path) ? evidence : plain)(c, next)
  }
}

/** Turns larger bodies away: by the length they tell; one that tells none is measured, unless `untold` says otherwise. */
export function bodyLimit(maxSize: number, untold?: MiddlewareHandler): MiddlewareHandler {
  const tooLarge = (c: Context) => problemResponse(c, { type: 'too-large', limit: maxSize })
  const measured = untold ?? measuredLimit({ maxSize, onError: tooLarge })
  return async (c, next) => {
    const { method } = c.req
    const told = c.req.header('transfer-encoding') === undefined ? c.req.header('content-length') : undefined
    // Where the length is told, the socket hands over no more than that. Looking at the body as a stream, as the library
    // does first, would cost as much as all the rest of taking a request in.
    if (told === undefined) return method === 'GET' || method === 'HEAD' ? next() : measured(c, next)
    return Number(told) > maxSize ? tooLarge(c) : next()
  }
}

export interface UploadedFile {
  /** As the sender called it, without folders and control characters. */
  readonly name: string
  readonly bytes: Uint8Array
}

/** The files of a multipart body under this field, and its text fields. */
export async function readUpload(
  c: Context,
  field: string,
): Promise<{ readonly files: readonly UploadedFile[]; readonly texts: ReadonlyMap<string, string> }> {
  const form = await c.req.formData().catch(() => {
    throw invalid('', '须为 multipart/form-data')
  })
  const parts = form.getAll(field).filter((part) => typeof part !== 'string')
  if (parts.length === 0) throw invalid(field, '没有文件')
  if (parts.length > mostFiles) throw invalid(field, `一次最多 ${mostFiles} 个文件`)
  const files = await Promise.all(
    parts.map(async (part) => ({ name: plainName(part.name), bytes: new Uint8Array(await part.arrayBuffer()) })),
  )
  const texts = [...form].flatMap(([name, value]): [string, string][] =>
    typeof value === 'string' ? [[name, value]] : [],
  )
  return { files, texts: new Map(texts) }
}

function plainName(name: string): string {
  const base = name.toWellFormed().split(/[/\\]/).at(-1) ?? ''
  return base.replace(/\p{Cc}/gu, '').slice(0, 200) || '未命名'
}

const invalid = (path: string, message: string) =>
  new ProblemError({ type: 'invalid-request', issues: [{ path, message }] })
