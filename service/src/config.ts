import { existsSync } from 'node:fs'
import { z } from 'zod'
import { parseStoreUrl, storeUrlDefault, storeUrlRule } from './db/store-url.ts'
import { mebibyte, ordinaryCaps, type EvidenceCaps } from './evidence/caps.ts'
import { officeJsCdns } from './pages/office-js.ts'

const file = z.string().refine((path) => existsSync(path), '文件不存在')

/** `self`, a CDN by name, or the address of a copy that the operator keeps on another host. */
const officeJs = z
  .string()
  .default('self')
  .transform((text, context): string | null => {
    if (text === 'self') return null
    const address = officeJsCdns[text] ?? text
    if (/^https:\/\/[^\s/"'<>;,]+\/[^\s"'<>;,]*office(\.debug)?\.js$/.test(address)) return address
    context.addIssue('须为 self、microsoft、21vianet，或以 https:// 开头、以 office.js 结尾的网址')
    return z.NEVER
  })

/** Hosts, with spaces between: what a header can say, and no more. */
const frameAncestors = z
  .string()
  .default('')
  .transform((text) => text.split(/\s+/).filter((host) => host !== ''))
  .refine(
    (hosts) => hosts.every((host) => /^https:\/\/(\*\.)?[a-z0-9-]+(\.[a-z0-9-]+)*(:\d+)?$/.test(host)),
    '须为以空格分隔的 https:// 主机，例如 https://office.example.gov.cn',
  )

const count = (most: number) => {
  const rule = `须为 1–${most} 的整数`
  return z.coerce.number(rule).int(rule).min(1, rule).max(most, rule)
}

const environment = z
  .object({
    PORT: count(65535).default(3000),
    HOST: z.string().min(1).default('0.0.0.0'),
    DATABASE_URL: z
      .string()
      .refine((url) => parseStoreUrl(url) !== null, storeUrlRule)
      .default(storeUrlDefault),
    SESSION_SECRET: z.string('必须设置：至少 32 个字符的随机文本').min(32, '至少 32 个字符的随机文本'),
    CAMPAIGN: z
      .string()
      .regex(/^[a-z0-9-]+$/, '须为小写字母、数字和连字符')
      .default('haizhou-2019'),
    TLS_CERT: file.optional(),
    TLS_KEY: file.optional(),
    /** The address people use, when a proxy stands between: stamped into the manifest. */
    PUBLIC_URL: z.url('须为完整网址，例如 https://kaohe.example.gov.cn').optional(),
    /** Where the pane loads office.js from. */
    OFFICE_JS: officeJs,
    /** Where an Office server of the district's own shows the pane, besides Microsoft's hosts. */
    FRAME_ANCESTORS: frameAncestors,
    /** Free room on the disk of a SQLite file below which `/readyz` says no. */
    MIN_FREE_MB: z.coerce.number('须为 0 以上的整数').int('须为 0 以上的整数').min(0, '须为 0 以上的整数').default(64),
    /** Caps of 佐证材料: of one file, of one item, of all that one unit lays before the district. */
    EVIDENCE_FILE_MB: count(100).default(ordinaryCaps.fileBytes / mebibyte),
    EVIDENCE_ITEM_FILES: count(1000).default(ordinaryCaps.itemFiles),
    EVIDENCE_UNIT_MB: count(1_000_000).default(ordinaryCaps.unitBytes / mebibyte),
    TRUST_PROXY: z.enum(['0', '1'], '须为 0 或 1').default('0'),
    LOG_LEVEL: z
      .enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent'], '须为 fatal、error、warn、info、debug 或 silent')
      .default('info'),
    DEMO_CLOCK: z.never('正式运行不接受设定的时钟；演示请用 npm run demo').optional(),
  })
  .refine(({ TLS_CERT, TLS_KEY }) => (TLS_CERT === undefined) === (TLS_KEY === undefined), {
    path: ['TLS_CERT'],
    message: 'TLS_CERT 与 TLS_KEY 须同时设置',
  })

export interface Config {
  readonly port: number
  readonly host: string
  readonly databaseUrl: string
  readonly sessionSecret: string
  readonly campaign: string
  readonly tls: { readonly cert: string; readonly key: string } | null
  readonly publicUrl: string | null
  /** The address of office.js elsewhere; null for the copy that this service hands out. */
  readonly officeJs: string | null
  readonly frameAncestors: readonly string[]
  readonly minFreeBytes: number
  readonly evidenceCaps: EvidenceCaps
  readonly trustProxy: boolean
  readonly logLevel: string
}
export type Environment = Readonly<Record<string, string | undefined>>
export type ReadConfig =
  { readonly ok: true; readonly config: Config } | { readonly ok: false; readonly faults: readonly string[] }

/** Reads the environment once. Every bad variable is named with what would pass; its value is never repeated. */
export function readConfig(env: Environment): ReadConfig {
  // An empty variable counts as unset, as in every service file.
  const set = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''))
  const parsed = environment.safeParse(set, { error: z.locales.zhCN().localeError })
  if (!parsed.success) {
    return { ok: false, faults: parsed.error.issues.map(({ path, message }) => `${path.join('.')}：${message}`) }
  }
  const { TLS_CERT: cert, TLS_KEY: key, ...rest } = parsed.data
  return {
    ok: true,
    config: {
      port: rest.PORT,
      host: rest.HOST,
      databaseUrl: rest.DATABASE_URL,
      sessionSecret: rest.SESSION_SECRET,
      campaign: rest.CAMPAIGN,
      tls: cert !== undefined && key !== undefined ? { cert, key } : null,
      publicUrl: rest.PUBLIC_URL ? new URL(rest.PUBLIC_URL).origin : null,
      officeJs: rest.OFFICE_JS,
      frameAncestors: rest.FRAME_ANCESTORS,
      minFreeBytes: rest.MIN_FREE_MB * mebibyte,
      evidenceCaps: {
        fileBytes: rest.EVIDENCE_FILE_MB * mebibyte,
        itemFiles: rest.EVIDENCE_ITEM_FILES,
        unitBytes: rest.EVIDENCE_UNIT_MB * mebibyte,
      },
      trustProxy: rest.TRUST_PROXY === '1',
      logLevel: rest.LOG_LEVEL,
    },
  }
}
