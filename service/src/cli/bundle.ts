import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { copyBundle } from './copy-bundle.ts'
import { runCommand, say } from './stored-file.ts'

const usage = `用法：npm run bundle -- --out 文件.tgz（或一个新文件夹）
把程序连同 Node 和全部依赖装成一包，拿到没有外网的服务器上解开就能用；两边须同系统、同架构。
先运行 npm ci 和 npm run build。不覆盖已有的文件或文件夹。
`
const root = join(import.meta.dirname, '../../..')

function main(args: readonly string[]): number {
  const { values } = parseArgs({ args: [...args], options: { out: { type: 'string' } } })
  if (values.out === undefined || values.out === '') return say(usage, 2)
  const out = resolve(values.out)
  if (existsSync(out)) return say(`${out} 已经存在，请换一个名字\n`, 1)
  if (!existsSync(join(root, 'addin/dist'))) return say('还没有构建窗格，请先运行 npm run build\n', 1)
  const isArchive = /\.(tgz|tar\.gz)$/.test(out)
  const folder = isArchive ? out.replace(/\.(tgz|tar\.gz)$/, '') : out
  if (existsSync(folder)) return say(`${folder} 已经存在，请换一个名字\n`, 1)
  copyBundle(root, folder)
  if (isArchive) execFileSync('tar', ['-czf', out, '-C', dirname(folder), basename(folder)])
  process.stdout.write(`已写好 ${isArchive ? `${out}（解开后是 ${basename(folder)} 文件夹）` : out}\n`)
  return 0
}

await runCommand(usage, async () => main(process.argv.slice(2)))
