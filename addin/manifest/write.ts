import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { stampManifest } from '../../service/src/pages/stamp-manifest.ts'
import { baseUrlOf } from './base-url.ts'
import { catalogRegistry, isShare, registryFile } from './catalog-registry.ts'
import { checkManifest } from './check-manifest.ts'
import { pngSize } from './png-size.ts'

const USAGE = String.raw`用法：npm run manifest -- --base-url https://主机名 [--out 文件夹] [--catalog \\服务器\共享文件夹]
写出该地址的加载项清单 manifest.xml（默认写入 dist/）；给出共享文件夹时，另写一份让 Excel 信任它的 catalog.reg。`

const source = join(import.meta.dirname, '../../manifest.xml')
const publicFolder = join(import.meta.dirname, '../public')

/** Writes the manifest for the host on which the add-in is served, and what a PC needs to find it. */
function main(args: readonly string[]): number {
  const { values } = parseArgs({
    args: [...args],
    options: {
      'base-url': { type: 'string' },
      out: { type: 'string', default: 'dist' },
      catalog: { type: 'string' },
    },
    strict: true,
  })
  const { 'base-url': wanted, out, catalog } = values
  if (wanted === undefined) return fail(USAGE)
  const address = baseUrlOf(wanted)
  if (!address.ok) return fail(address.message)
  const share = catalog?.replace(/\\+$/, '')
  if (share !== undefined && !isShare(share)) {
    return fail(String.raw`“${catalog ?? ''}”不是共享文件夹。请写成 \\服务器\共享文件夹（Excel 不认盘符和本机路径）。`)
  }

  const { base, path } = address
  const xml = stampManifest(readFileSync(source, 'utf8'), base)
  const faults = checkManifest(xml, {
    pictureSize: (url) => pngSize(publicFolder, url.startsWith(base) ? `https://icons${url.slice(base.length)}` : url),
  })
  if (faults.length > 0) return fail(faults.map(({ line, message }) => `manifest.xml:${line} ${message}`).join('\n'))

  mkdirSync(out, { recursive: true })
  const manifest = join(out, 'manifest.xml')
  writeFileSync(manifest, xml)
  say(manifest)
  if (path !== '') {
    say(`注意：窗格页面按网站根目录取 /assets、/api、/office-js；用带路径的 ${base} 时，代理须把这几处也转给本服务。`)
  }
  if (share === undefined) {
    say('接下来：把 manifest.xml 放进共享文件夹，再在每台电脑上登记一次。下面是登记文件的样子，')
    say(String.raw`加 --catalog \\服务器\共享文件夹 可直接写出 catalog.reg：`)
    say(`\n${catalogRegistry(String.raw`\\服务器\共享文件夹`)}`)
    return 0
  }
  const registry = join(out, 'catalog.reg')
  writeFileSync(registry, registryFile(catalogRegistry(share)))
  say(registry)
  say(`接下来：把 manifest.xml 放进 ${share}，在每台电脑上以使用者本人的账号导入 catalog.reg，重启 Excel。`)
  return 0
}

function say(text: string): void {
  process.stdout.write(`${text}\n`)
}

function fail(text: string): number {
  process.stderr.write(`${text}\n`)
  return 1
}

try {
  process.exitCode = main(process.argv.slice(2))
} catch (error) {
  if (!(error instanceof Error && 'code' in error)) throw error
  // Bad options and folders that cannot be written come with a code; anything else is a bug and keeps its trace.
  process.exitCode = fail(`${error.message}\n${USAGE}`)
}
