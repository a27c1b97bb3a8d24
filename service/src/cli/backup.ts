import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { copyPages, newCheckedFile } from '../db/backup-sqlite.ts'
import { connect } from '../db/connect.ts'
import { migrations } from '../db/migrate.ts'
import { parseStoreUrl, storeName, storeUrlDefault, type StoreUrl } from '../db/store-url.ts'
import { backUpInto, type Arrival } from '../stores/into-store.ts'
import { arrivalText, databaseUrlFault, runCommand, say } from './stored-file.ts'

const usage = `用法：npm run backup -- --out 文件
把数据库备份为一个新文件；服务可以照常运行。命令开始前已给出回执的报送全部在内。
写完、落盘、检查完好之后才出现该文件；不覆盖已有文件。
数据库由 DATABASE_URL 指定，默认 sqlite:data/kaohe.db；PostgreSQL 的备份也是同样的一个文件。
`

async function main(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({ args: [...args], options: { out: { type: 'string' } } })
  const url = process.env['DATABASE_URL'] ?? storeUrlDefault
  const store = parseStoreUrl(url)
  if (values.out === undefined || values.out === '') return say(usage, 2)
  if (store === null || (store.kind === 'sqlite' && store.file === ':memory:')) return say(databaseUrlFault, 2)
  if (store.kind === 'sqlite' && !existsSync(store.file)) {
    return say(`没有备份：没有数据库 ${resolve(store.file)}，请核对 DATABASE_URL\n`, 1)
  }
  const out = resolve(values.out)
  const backup = await backUp(store, out)
  if (backup.kind !== 'done') {
    return say(`没有备份：${arrivalText(backup, { from: `数据库 ${storeName(url)}`, to: out })}\n`, 1)
  }
  process.stdout.write(`已备份到 ${out}：报送 ${backup.reports} 份，检查完好\n`)
  return 0
}

async function backUp(store: StoreUrl, out: string): Promise<Arrival> {
  if (store.kind === 'sqlite') {
    const made = await newCheckedFile<never>(out, Object.keys(migrations), (part) => copyPages(store.file, part))
    return made.kind === 'done' ? { ...made, aside: null } : made
  }
  const db = connect(store.url)
  try {
    return await backUpInto(out, db)
  } finally {
    await db.destroy()
  }
}

await runCommand(usage, () => main(process.argv.slice(2)))
