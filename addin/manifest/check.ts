import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { checkManifest } from './check-manifest.ts'
import { pngSize } from './png-size.ts'

/** `node addin/manifest/check.ts manifest.xml`: says what is wrong, and exits with 1 if anything is. */
const path = process.argv[2]
if (path === undefined) {
  process.stderr.write('用法：node addin/manifest/check.ts 清单文件\n')
  process.exit(1)
}
const publicFolder = join(import.meta.dirname, '../public')
const faults = checkManifest(readFileSync(path, 'utf8'), {
  pictureSize: (url) => pngSize(publicFolder, url),
})
for (const { line, message } of faults) process.stderr.write(`${path}:${line} ${message}\n`)
if (faults.length > 0) process.exit(1)
