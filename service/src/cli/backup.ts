import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { backupSqlite, type Backup } from '../db/backup-sqlite.ts'
import { migrations } from '../db/migrate.ts'
import { databaseFile, databaseUrlFault, inspectionText, runCommand } from './stored-file.ts'

const usage = `用法：npm run backup -- --out 文件
把数据库备份为一个新文件；服务可以照常运行。命令开始前已给出回执的报送全部在内。
写完、落盘、检查完好之后才出现该文件；不覆盖已有文件。
数据库由 DATABASE_URL 指定，默认 sqlite:data/kaohe.db。
`

async function main(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({ args: [...args], options: { out: { type: 'string' } } })
  const database = databaseFile(process.env['DATABASE_URL'])
  if (values.out === undefined || values.out === '') return say(usage, 2)
  if (database === null) return say(databaseUrlFault, 2)
  const out = resolve(values.out)
  const backup = await backupSqlite(database, out, Object.keys(migrations))
  if (backup.kind !== 'done') return say(`没有备份：${faultText(backup, database, out)}\n`, 1)
  process.stdout.write(`已备份到 ${out}：报送 ${backup.reports} 份，检查完好\n`)
  return 0
}

function faultText(backup: Exclude<Backup, { readonly kind: 'done' }>, database: string, out: string): string {
  switch (backup.kind) {
    case 'no-database':
      return `没有数据库 ${database}，请核对 DATABASE_URL`
    case 'no-folder':
      return `没有 ${out} 所在的文件夹，请先建立（或检查备份盘是否接上）`
    case 'exists':
      return `${out} 已经存在，请换一个文件名`
    case 'unsound':
      return `数据库 ${database} 有问题：${inspectionText(backup.inspection)}`
  }
}

function say(text: string, code: number): number {
  process.stderr.write(text)
  return code
}

await runCommand(usage, () => main(process.argv.slice(2)))
