import { resolve } from 'node:path'
import type { Inspection } from '../db/inspect-sqlite.ts'

/** The database file that DATABASE_URL names, or null when it names none. */
export function databaseFile(url = 'sqlite:data/kaohe.db'): string | null {
  const [, path] = /^sqlite:(?!:memory:)(.+)$/.exec(url) ?? []
  return path === undefined ? null : resolve(path)
}

export const databaseUrlFault = 'DATABASE_URL：须写成 sqlite:文件路径，例如 sqlite:data/kaohe.db\n'

/** What is wrong with a file that did not pass inspection. */
export function inspectionText(inspection: Inspection): string {
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

/** Runs a command that returns its exit code; unknown options get the usage. */
export async function runCommand(usage: string, command: () => Promise<number> | number): Promise<void> {
  try {
    process.exitCode = await command()
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error
    const code = String(error.code)
    if (code.startsWith('ERR_PARSE_ARGS')) {
      process.stderr.write(`${error.message}\n${usage}`)
      process.exitCode = 2
    } else if (/^(E[A-Z]+|SQLITE_[A-Z_]+)$/.test(code)) {
      process.stderr.write(`没有完成：${error.message}\n`)
      process.exitCode = 1
    } else throw error
  }
}
