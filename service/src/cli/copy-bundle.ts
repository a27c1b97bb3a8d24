import { execFileSync } from 'node:child_process'
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  statSync,
  symlinkSync,
} from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'
import { z } from 'zod'

/** What the service runs from besides its packages. */
const parts = [
  'package.json',
  'package-lock.json',
  'README.md',
  'manifest.xml',
  'docs',
  'shared-rules/package.json',
  'shared-rules/src',
  'shared-rules/packs',
  'service/package.json',
  'service/src',
  'service/campaigns',
  'service/deploy',
  'addin/package.json',
  'addin/manifest',
  'addin/dist',
] as const
/** Rooms are packages of their own: Node finds them by links, and runs their TypeScript only outside node_modules. */
const rooms = ['shared-rules', 'service'] as const

type Put = (from: string, to: string) => void

/** Copies the service with every package it runs on, and with Node, into a new folder; `put` makes one file. Nothing is fetched. */
export function copyBundle(root: string, out: string, put: Put = copyFileSync): void {
  for (const part of parts) {
    if (existsSync(join(root, part))) copy(join(root, part), join(out, part), put)
  }
  for (const path of packagesOf(root)) copy(path, join(out, relative(root, path)), put)
  mkdirSync(join(out, 'node_modules/@kaohe'), { recursive: true })
  for (const room of rooms) symlinkSync(join('../..', room), join(out, 'node_modules/@kaohe', room), 'dir')
  const bin = join(out, 'node_modules/.bin')
  mkdirSync(bin, { recursive: true })
  const node = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`
  symlinkSync(join('..', node, 'bin', process.platform === 'win32' ? 'node.exe' : 'node'), join(bin, 'node'))
}

const lockSchema = z.object({
  packages: z.record(z.string(), z.object({ dev: z.boolean().optional(), devOptional: z.boolean().optional() })),
})

/**
 * Folders of the packages that the service and the pages it hands out need, as npm knows them. What only a tool of ours has
 * brought stays out, also where a package would make use of it.
 */
function packagesOf(root: string): readonly string[] {
  const asked = ['--omit=dev', '--all', '--parseable', '--workspace', 'service', '--include-workspace-root']
  const onWindows = process.platform === 'win32'
  const listed = execFileSync('npm', ['ls', ...asked], { cwd: root, encoding: 'utf8', shell: onWindows })
  const lock = lockSchema.parse(JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'))).packages
  const packages = listed.split(/\r?\n/).filter((path) => {
    const name = relative(root, path).replaceAll(sep, '/')
    const { dev = false, devOptional = false } = lock[name] ?? {}
    return name.startsWith('node_modules/') && !name.startsWith('node_modules/@kaohe/') && !dev && !devOptional
  })
  // A package inside another one comes along with it.
  return packages.filter((path) => !packages.some((other) => path.startsWith(other + sep)))
}

function copy(from: string, to: string, put: Put): void {
  mkdirSync(dirname(to), { recursive: true })
  if (statSync(from).isFile()) return put(from, to)
  mkdirSync(to, { recursive: true })
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)]
    if (entry.isSymbolicLink()) symlinkSync(readlinkSync(source), target)
    else if (entry.isDirectory()) copy(source, target, put)
    else if (!/\.test\.ts$|\.map$/.test(entry.name)) put(source, target)
  }
}
