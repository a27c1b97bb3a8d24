import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createDemoAccounts, type NewAccount } from '../accounts/accounts.ts'
import { generatePassword } from '../accounts/generate-password.ts'
import { demoClock } from '../clock.ts'
import { listen, type ListenOptions } from '../listen.ts'
import type { Log } from '../log.ts'
import { openService, type OpenService } from '../open-service.ts'

/** Known to everybody who reads the README, so the demo holds sample data only, listens on this machine only, and is gone when it ends. */
export const demoPassword = 'kaohe-demo-2019'
/** 2019年6月18日 9时 in China: the day on which reports for the first half of June are due. */
export const demoStart = new Date('2019-06-18T09:00:00+08:00')

export interface DemoOptions {
  readonly port: number
  readonly host: string
  readonly log: Log
  readonly tls?: ListenOptions['tls']
  readonly start?: Date
}

export interface Demo {
  readonly service: OpenService
  readonly url: string
  readonly accounts: readonly NewAccount[]
  readonly close: () => Promise<void>
}

const verifiers = [
  { username: 'verify-statistics', name: '统计局核定员', unit: 'statistics' },
  { username: 'verify-drc', name: '发改局核定员', unit: 'drc' },
  { username: 'verify-finance', name: '财政局核定员', unit: 'finance' },
  { username: 'verify-commerce', name: '商务局核定员', unit: 'commerce' },
]

/** The whole service on a fresh database of its own, with the campaign of 2019 and an account for everybody. Rejects when the port is taken. */
export async function openDemo({ port, host, log, tls = null, start = demoStart }: DemoOptions): Promise<Demo> {
  const folder = mkdtempSync(join(tmpdir(), 'kaohe-demo-'))
  const remove = () => rmSync(folder, { recursive: true, force: true })
  const service = await openService({
    databaseUrl: `sqlite:${join(folder, 'kaohe.db')}`,
    sessionSecret: generatePassword() + generatePassword(),
    campaign: 'haizhou-2019',
    clock: demoClock(start),
    log,
    publicUrl: null,
    officeJs: null,
    trustProxy: false,
    https: false,
  })
  const accounts: readonly NewAccount[] = [
    ...service.units.map(({ id, name }) => ({ username: id, name: `${name}填报员`, role: 'clerk' as const, unit: id })),
    ...verifiers.map((verifier) => ({ ...verifier, role: 'verifier' as const })),
    { username: 'office', name: '区考核办公室', role: 'office', unit: null },
    { username: 'leader', name: '领导小组', role: 'leader', unit: null },
  ]
  await createDemoAccounts(service.auth, accounts, demoPassword)
  try {
    const server = await listen(service.app.fetch, { port, host, tls })
    const close = async () => {
      await server.close()
      await service.close()
      remove()
    }
    return { service, url: `${tls ? 'https' : 'http'}://localhost:${server.port}`, accounts, close }
  } catch (error) {
    await service.close()
    remove()
    throw error
  }
}
