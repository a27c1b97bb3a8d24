import { storeTrouble } from '../db/connect.ts'
import type { Inspection } from '../db/inspect-sqlite.ts'
import type { Restore } from '../db/restore-sqlite.ts'
import { storeUrlRule } from '../db/store-url.ts'
import type { Arrival } from '../stores/into-store.ts'

export const databaseUrlFault = `DATABASE_URL：${storeUrlRule}\n`

/** Why a store was not copied from one place to the other. */
export function arrivalText(
  arrival: Exclude<Arrival | Restore, { readonly kind: 'done' }>,
  { from, to }: { readonly from: string; readonly to: string },
): string {
  switch (arrival.kind) {
    case 'no-backup':
      return `没有文件 ${from}`
    case 'no-folder':
      return `没有 ${to} 所在的文件夹，请先建立（或检查磁盘是否接上）`
    case 'not-a-backup':
      return `${from} 旁边有未合并的日志，是使用中的数据库而不是备份；请用 npm run backup 生成的文件`
    case 'in-use':
      return `${to} 正在使用，请先停止服务`
    case 'exists':
      return `${to} 已经存在（恢复时确要替换请加 --replace，原有数据会保留）`
    case 'foreign':
      return `${from} ${inspectionText({ kind: 'foreign' })}`
    case 'newer':
      return `${from} ${inspectionText(arrival)}`
    case 'unsound':
      return `${from} 有问题，不能用：${inspectionText(arrival.inspection)}`
    case 'log-broken':
      return `${from} 的日志与报送有 ${arrival.faults} 处不符，请先用 npm run audit -- verify 查明`
  }
}

/** What is wrong with a database that did not pass inspection. */
function inspectionText(inspection: Inspection): string {
  switch (inspection.kind) {
    case 'sound':
      return '完好'
    case 'damaged':
      return '文件已损坏，或不是数据库'
    case 'foreign':
      return '不是本系统的数据库'
    case 'newer':
      return `由更新的版本写成（本版本不认识 ${inspection.migration}），请先升级程序`
  }
}

/** Says it where errors are said; returns the exit code. */
export function say(text: string, code: number): number {
  process.stderr.write(text)
  return code
}

/** Runs a command that returns its exit code; unknown options get the usage, a database that cannot be had its reason. */
export async function runCommand(usage: string, command: () => Promise<number> | number): Promise<void> {
  try {
    process.exitCode = await command()
  } catch (error) {
    if (!(error instanceof Error)) throw error
    const code = 'code' in error ? String(error.code) : ''
    const trouble = storeTrouble(error)
    if (code.startsWith('ERR_PARSE_ARGS')) process.exitCode = say(`${error.message}\n${usage}`, 2)
    else if (trouble !== null) process.exitCode = say(`没有完成：数据库${trouble}（${error.message}）\n`, 1)
    else if (/^(E[A-Z]+|SQLITE_[A-Z_]+)$/.test(code)) process.exitCode = say(`没有完成：${error.message}\n`, 1)
    else throw error
  }
}
