import { existsSync } from 'node:fs'
import { parseArgs } from 'node:util'
import type { ChainHead } from '../audit/verify-chain.ts'
import { connect } from '../db/connect.ts'
import { parseStoreUrl, storeUrlDefault } from '../db/store-url.ts'
import { verifyLogs, type LogCheck } from '../stores/verify-log.ts'
import { databaseUrlFault, runCommand, say } from './stored-file.ts'

const usage = `用法：npm run audit -- verify [--head 条数:指纹]
核对每个考核的日志：逐条验算并前后连接，再与库中的报送、测算逐份比对；有出入的逐条列出，退出码为 1。
--head 给出以前抄存的末条（本命令每次都会打印），可查出整段重算的日志。
数据库由 DATABASE_URL 指定，默认 sqlite:data/kaohe.db。
`

/** Checks the log of every campaign in the database. Resolves to what the process should exit with. */
async function main(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { head: { type: 'string' } },
  })
  const noted = values.head === undefined ? undefined : readHead(values.head)
  const url = process.env['DATABASE_URL'] ?? storeUrlDefault
  if (positionals.join(' ') !== 'verify' || noted === null) return say(usage, 2)
  const store = parseStoreUrl(url)
  if (store === null) return say(databaseUrlFault, 2)
  if (store.kind === 'sqlite' && !existsSync(store.file)) return say(`没有这个数据库：${store.file}\n`, 2)
  const db = connect(url)
  try {
    const checks = await verifyLogs(db, noted)
    for (const { campaign, lines, head, faults } of checks) {
      process.stdout.write(
        faults.length === 0
          ? `${campaign}：日志 ${lines} 条，前后相连，与库中报送、测算一致。末条 ${head.length}:${head.head}\n`
          : `${campaign}：日志 ${lines} 条，发现 ${faults.length} 处问题：\n${faults.map((fault) => `  ${faultText(fault)}\n`).join('')}`,
      )
    }
    return checks.every(({ faults }) => faults.length === 0) ? 0 : 1
  } finally {
    await db.destroy()
  }
}

function readHead(text: string): ChainHead | null {
  const [, length, head] = /^(\d{1,12}):([0-9a-f]{64})$/.exec(text) ?? []
  return length === undefined || head === undefined ? null : { length: Number(length), head }
}

function faultText(fault: LogCheck['faults'][number]): string {
  switch (fault.kind) {
    case 'altered':
      return `第 ${fault.seq} 条：内容与写入时不同（被改动）`
    case 'moved':
      return `第 ${fault.seq} 条：原为第 ${fault.from} 条（被调换顺序）`
    case 'missing':
      return `第 ${fault.seq} 条：缺失（被删除）`
    case 'unlinked':
      return `第 ${fault.seq} 条：与前一条接不上`
    case 'head-differs':
      return `第 ${fault.seq} 条：与登记或抄存的末条指纹不符`
    case 'report-altered':
      return `报送 ${fault.number}：内容与日志所记不同（被改动）`
    case 'report-missing':
      return `报送 ${fault.number}：日志有记录而库中没有（被删除）`
    case 'report-unlogged':
      return `报送 ${fault.number}：库中有而日志没有记录`
    case 'run-altered':
      return `测算 ${fault.number}：内容与日志所记不同（被改动）`
    case 'run-rows-altered':
      return `测算 ${fault.number}：分页的名次与结果不同（被改动）`
    case 'run-missing':
      return `测算 ${fault.number}：日志有记录而库中没有（被删除）`
    case 'run-unlogged':
      return `测算 ${fault.number}：库中有而日志没有记录`
  }
}

await runCommand(usage, () => main(process.argv.slice(2)))
