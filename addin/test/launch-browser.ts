import { accessSync, constants, existsSync } from 'node:fs'
import { mkdir, rename, rm } from 'node:fs/promises'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { inflate } from '@sparticuz/chromium'
import { chromium, type Browser } from 'playwright-core'

/**
 * Starts a headless browser: Chrome, Edge or Chromium of the machine, else the one that came with the packages (Linux x64).
 * KAOHE_BROWSER names an executable to use, or `bundled` for the one of the packages.
 */
export async function launchBrowser(): Promise<Browser> {
  const wanted = process.env['KAOHE_BROWSER']
  const installed = wanted === 'bundled' ? undefined : (wanted ?? installedBrowser())
  const { executablePath, env } = installed ? { executablePath: installed, env: process.env } : await bundledBrowser()
  const root = process.getuid?.() === 0
  return chromium.launch({
    executablePath,
    headless: true,
    env: definedOnly(env),
    // Root has no sandbox; containers often have next to no shared memory.
    args: ['--disable-gpu', '--disable-dev-shm-usage', ...(root ? ['--no-sandbox'] : [])],
  })
}

function installedBrowser(): string | undefined {
  return candidates().find((path) => {
    try {
      accessSync(path, constants.X_OK)
      return true
    } catch {
      return false
    }
  })
}

function candidates(): readonly string[] {
  if (process.platform === 'darwin')
    return ['Google Chrome', 'Microsoft Edge', 'Chromium'].map(
      (app) => `/Applications/${app}.app/Contents/MacOS/${app}`,
    )
  if (process.platform === 'win32')
    return ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA']
      .flatMap((name) => process.env[name] ?? [])
      .flatMap((folder) => [
        join(folder, 'Google/Chrome/Application/chrome.exe'),
        join(folder, 'Microsoft/Edge/Application/msedge.exe'),
      ])
  const names = ['google-chrome', 'google-chrome-stable', 'microsoft-edge', 'chromium', 'chromium-browser']
  const folders = (process.env['PATH'] ?? '').split(delimiter)
  return names.flatMap((name) => folders.map((folder) => join(folder, name)))
}

/** Unpacks the browser of the packages once, with the libraries and fonts that a bare machine lacks. */
async function bundledBrowser(): Promise<{ executablePath: string; env: NodeJS.ProcessEnv }> {
  if (process.platform !== 'linux' || process.arch !== 'x64')
    throw new Error('本机没有 Chrome、Edge 或 Chromium：请安装其一，或用 KAOHE_BROWSER 指明可执行文件')
  const source = join(dirname(fileURLToPath(import.meta.resolve('@sparticuz/chromium'))), '../bin')
  const folder = fileURLToPath(new URL('../../node_modules/.cache/chromium', import.meta.url))
  if (!existsSync(folder)) await unpack(source, folder)
  const libraries = [join(folder, 'al2023/lib'), process.env['LD_LIBRARY_PATH'] ?? ''].filter((path) => path !== '')
  const fonts = existsSync('/etc/fonts') ? {} : { FONTCONFIG_PATH: join(folder, 'fonts') }
  return {
    executablePath: join(folder, 'chromium'),
    env: { ...process.env, LD_LIBRARY_PATH: libraries.join(':'), ...fonts },
  }
}

/** Into a folder of this process's own first: others may start at the same time, or this one may be stopped half-way. */
async function unpack(source: string, folder: string): Promise<void> {
  const partial = `${folder}-${String(process.pid)}`
  await mkdir(partial, { recursive: true })
  const temporary = process.env['TMPDIR']
  // The package unpacks into the temporary folder and nowhere else.
  process.env['TMPDIR'] = partial
  try {
    await Promise.all(
      ['chromium.br', 'fonts.tar.br', 'swiftshader.tar.br', 'al2023.tar.br'].map((file) => inflate(join(source, file))),
    )
  } finally {
    if (temporary === undefined) delete process.env['TMPDIR']
    else process.env['TMPDIR'] = temporary
  }
  try {
    await rename(partial, folder)
  } catch (error) {
    await rm(partial, { recursive: true })
    if (!existsSync(folder)) throw error
  }
}

function definedOnly(env: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  )
}
