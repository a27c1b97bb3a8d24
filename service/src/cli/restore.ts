import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { migrations } from '../db/migrate.ts'
import { restoreSqlite, type Restore } from '../db/restore-sqlite.ts'
import { databaseFile, databaseUrlFault, inspectionText, runCommand } from './stored-file.ts'

const usage = `用法：npm run restore -- --from 备份文件 [--replace]
先停止服务。备份经检查完好、版本相符后，放到 DATABASE_URL 指定的位置（默认 sqlite:data/kaohe.db）。
该位置已有数据库时须加 --replace：原库不删除，改名保留在旁边。恢复后所有人须重新登录。
`

function main(args: readonly string[]): number {
  const { values } = parseArgs({
    args: [...args],
    options: { from: { type: 'string' }, replace: { type: 'boolean', default: false } },
  })
  const database = databaseFile(process.env['DATABASE_URL'])
  if (values.from === undefined || values.from === '') return say(usage, 2)
  if (database === null) return say(databaseUrlFault, 2)
  const from = resolve(values.from)
  const stamp = new Date().toISOString().replace(/[-:]|\.\d+/g, '')
  const restored = restoreSqlite({
    from,
    database,
    replace: values.replace,
    aside: `${database}.replaced-${stamp}`,
    migrations: Object.keys(migrations),
  })
  if (restored.kind !== 'done') return say(`没有恢复，原有数据未动：${faultText(restored, database, from)}\n`, 1)
  const { reports, aside } = restored
  process.stdout.write(
    `已恢复到 ${database}：报送 ${reports} 份${aside === null ? '' : `\n原来的数据库保留为 ${aside}`}\n备份之后的报送不在其中，须请各单位重新报送。\n`,
  )
  return 0
}

function faultText(restored: Exclude<Restore, { readonly kind: 'done' }>, database: string, from: string): string {
  switch (restored.kind) {
    case 'no-backup':
      return `没有文件 ${from}`
    case 'no-folder':
      return `没有 ${database} 所在的文件夹，请先建立`
    case 'not-a-backup':
      return `${from} 旁边有未合并的日志，是使用中的数据库而不是备份；请用 npm run backup 生成的文件`
    case 'in-use':
      return `${database} 正在使用，请先停止服务`
    case 'exists':
      return `${database} 已经存在；确要替换请加 --replace（原库会保留）`
    case 'unsound':
      return `${from} 不能用：${inspectionText(restored.inspection)}`
  }
}

function say(text: string, code: number): number {
  process.stderr.write(text)
  return code
}

await runCommand(usage, () => main(process.argv.slice(2)))
