import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { connectBackup } from '../db/connect.ts'
import { migrations } from '../db/migrate.ts'
import { inspectBackup, restoreSqlite, type Restore } from '../db/restore-sqlite.ts'
import { parseStoreUrl, storeName, storeUrlDefault, type StoreUrl } from '../db/store-url.ts'
import { intoStore, type Arrival } from '../stores/into-store.ts'
import { arrivalText, databaseUrlFault, runCommand, say } from './stored-file.ts'

const usage = `用法：npm run restore -- --from 备份文件 [--replace]
先停止服务。备份经检查完好、版本相符后，放到 DATABASE_URL 指定的位置（默认 sqlite:data/kaohe.db，也可以是 PostgreSQL）。
该位置已有数据时须加 --replace：原有数据不删除，改名保留在旁边。恢复后所有人须重新登录。
`

async function main(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: { from: { type: 'string' }, replace: { type: 'boolean', default: false } },
  })
  const url = process.env['DATABASE_URL'] ?? storeUrlDefault
  const store = parseStoreUrl(url)
  if (values.from === undefined || values.from === '') return say(usage, 2)
  if (store === null || (store.kind === 'sqlite' && store.file === ':memory:')) return say(databaseUrlFault, 2)
  const from = resolve(values.from)
  const to = store.kind === 'sqlite' ? resolve(store.file) : storeName(url)
  const restored = await restore(from, store, values.replace)
  if (restored.kind !== 'done') return say(`没有恢复，原有数据未动：${arrivalText(restored, { from, to })}\n`, 1)
  const { reports, aside } = restored
  const kept = store.kind === 'sqlite' ? `原来的数据库保留为 ${aside}` : `原来的表保留在模式 ${aside} 中`
  process.stdout.write(
    `已恢复到 ${to}：报送 ${reports} 份${aside === null ? '' : `\n${kept}`}\n备份之后的报送不在其中，须请各单位重新报送。\n`,
  )
  return 0
}

async function restore(from: string, store: StoreUrl, replace: boolean): Promise<Restore | Arrival> {
  const stamp = new Date().toISOString().replace(/[-:]|\.\d+/g, '')
  const names = Object.keys(migrations)
  if (store.kind === 'sqlite') {
    const database = resolve(store.file)
    return restoreSqlite({ from, database, replace, aside: `${database}.replaced-${stamp}`, migrations: names })
  }
  if (!existsSync(from)) return { kind: 'no-backup' }
  const fault = inspectBackup(from, names)
  if (fault !== null) return fault
  const backup = connectBackup(from)
  try {
    return await intoStore(backup, store, { replace, aside: `replaced_${stamp.toLowerCase()}` })
  } finally {
    await backup.destroy()
  }
}

await runCommand(usage, () => main(process.argv.slice(2)))
