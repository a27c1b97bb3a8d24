import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { isConnected } from '../db/arrive-postgres.ts'
import { connect } from '../db/connect.ts'
import { isInUse } from '../db/restore-sqlite.ts'
import { parseStoreUrl, storeName, type StoreUrl } from '../db/store-url.ts'
import { intoStore } from '../stores/into-store.ts'
import { arrivalText, databaseUrlFault, runCommand, say } from './stored-file.ts'

const usage = `用法：npm run migrate-store -- --from sqlite:文件路径 --to postgres://用户:密码@主机:端口/数据库
先停止服务。把全部数据从一个数据库搬到另一个空的数据库（两个方向都可以），逐表核对行数并核对日志，全部相符后才算数。
原来的数据库不改动。--from 或 --to 省略其一时取 DATABASE_URL，密码便不必写在命令行上。
`

async function main(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({ args: [...args], options: { from: { type: 'string' }, to: { type: 'string' } } })
  const here = process.env['DATABASE_URL'] ?? ''
  const [fromUrl, toUrl] = [values.from ?? here, values.to ?? here]
  if ((values.from === undefined && values.to === undefined) || fromUrl === '' || toUrl === '') return say(usage, 2)
  const [from, to] = [parseStoreUrl(fromUrl), parseStoreUrl(toUrl)]
  if (from === null || to === null) return say(databaseUrlFault, 2)
  const [source, target] = [nameOf(from), nameOf(to)]
  if (source === target) return say(`没有搬移：--from 与 --to 是同一个数据库\n`, 1)
  if (from.kind === 'sqlite' && !existsSync(from.file)) return say(`没有搬移：没有数据库 ${source}\n`, 1)
  if (from.kind === 'sqlite' && isInUse(from.file)) return say(`没有搬移：${source} 正在使用，请先停止服务\n`, 1)
  const db = connect(fromUrl)
  try {
    if (from.kind === 'postgres' && (await isConnected(db))) {
      return say(`没有搬移：${source} 正在使用，请先停止全部服务\n`, 1)
    }
    const arrived = await intoStore(db, to, { replace: false, aside: '' })
    if (arrived.kind !== 'done') {
      return say(`没有搬移，两边都未改动：${arrivalText(arrived, { from: source, to: target })}\n`, 1)
    }
    process.stdout.write(
      `已搬到 ${target}：报送 ${arrived.reports} 份，逐表行数相符，日志核对一致\n` +
        `请把 DATABASE_URL 改为新的数据库再启动服务；所有人须重新登录。原来的数据库 ${source} 未改动，请妥善保管。\n`,
    )
    return 0
  } finally {
    await db.destroy()
  }
}

const nameOf = (store: StoreUrl): string => (store.kind === 'sqlite' ? resolve(store.file) : storeName(store.url))

await runCommand(usage, () => main(process.argv.slice(2)))
