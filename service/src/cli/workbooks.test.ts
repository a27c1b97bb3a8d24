import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { xlsxSnapshot } from '../testing/xlsx-snapshot.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'workbooks-'))
})
afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})

const run = (...args: string[]) =>
  spawnSync(process.execPath, [join(import.meta.dirname, 'workbooks.ts'), ...args], { encoding: 'utf8' })

describe('npm run workbooks', () => {
  it("writes the office's copy of the five forms", () => {
    expect(run(join(folder, 'new')).status).toBe(0)
    const files = readdirSync(join(folder, 'new')).toSorted()
    expect(files.map((file) => file.slice(0, 3))).toEqual(['附件1', '附件2', '附件3', '附件4', '附件5'])
  })

  it('writes the copy of one unit, with its name', () => {
    expect(run(folder, '--unit', 'dongliang').status).toBe(0)
    const files = readdirSync(folder)
    expect(files).toHaveLength(5)
    for (const file of files) {
      expect(file).toContain('东梁街道')
      const [sheet] = xlsxSnapshot(readFileSync(join(folder, file))).sheets
      expect(sheet?.values[2]?.[0]).toContain('填报单位：东梁街道')
    }
  })

  it('names the units there are when it does not know the one asked for', () => {
    const { status, stderr } = run(folder, '--unit', 'nobody')
    expect(status).toBe(1)
    expect(stderr).toContain('dongliang  东梁街道')
    expect(readdirSync(folder)).toEqual([])
  })

  it.each([[[]], [['--nonsense']]])('says how to call it when called as %j', (args) => {
    const { status, stderr } = run(...args)
    expect(status).toBe(1)
    expect(stderr).toContain('用法')
  })
})
