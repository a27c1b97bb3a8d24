import { execFile } from 'node:child_process'
import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { caseFileSchema, runCase } from '@kaohe/shared-rules'
import { describe, expect, it } from 'vitest'
import { loadPack } from '../packs/load-pack.ts'
import { readParsed } from '../packs/read-json.ts'

const CLI = fileURLToPath(new URL('rules.ts', import.meta.url))
const PUBLISHED = fileURLToPath(new URL('../../../shared-rules/test/published/', import.meta.url))

interface Answer {
  readonly code: number
  readonly out: string
  readonly error: string
}

const rules = (...args: string[]) =>
  new Promise<Answer>((resolve) => {
    execFile(process.execPath, [CLI, ...args], { maxBuffer: 1e8 }, (error, out, stderr) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, error: stderr })
    })
  })

const published = readdirSync(PUBLISHED)
  .filter((name) => name.endsWith('.cases.json'))
  .map((name) => name.slice(0, -'.cases.json'.length))

describe('a published scheme', () => {
  it.each(published)('%s comes out as it was published', (name) => {
    const pack = loadPack(join(PUBLISHED, `${name}.json`))
    const file = readParsed(join(PUBLISHED, `${name}.cases.json`), caseFileSchema)
    if (!pack.ok || !file.ok) throw new TypeError(JSON.stringify([pack, file]))
    for (const each of file.value.cases) expect(runCase(pack.pack, each).differences).toEqual([])
  })
})

describe('rules check', () => {
  it('passes the shipped pack by its id', async () => {
    const { code, out } = await rules('check', 'haizhou-2019')
    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject({ pack: 'haizhou-2019', faults: [], cases: [{ passed: true }] })
  })

  it('runs the case file beside a pack', async () => {
    const { code, out } = await rules('check', join(PUBLISHED, 'gx-1.json'))
    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject({ cases: [{ id: 'GX-1', passed: true }] })
  })

  it('shows the working of a case that fails, and ends with 1', async () => {
    const file = readParsed(join(PUBLISHED, 'ps2017-partial.cases.json'), caseFileSchema)
    const cases = join(mkdtempSync(join(tmpdir(), 'kaohe-')), 'wrong.json')
    writeFileSync(cases, JSON.stringify(file.ok && file.value).replace('"32"', '"33"'))
    const { code, out } = await rules('check', join(PUBLISHED, 'ps2017-partial.json'), '--cases', cases)
    expect(code).toBe(1)
    expect(JSON.parse(out)).toMatchObject({
      cases: [{ passed: false, differences: [{ path: 'unit-a.total', expected: '33', got: '32.00' }] }],
    })
    expect(out).toContain('完成率 64%')
  })

  it('lists what is wrong with a pack, place by place, and ends with 1', async () => {
    const path = join(mkdtempSync(join(tmpdir(), 'kaohe-')), 'pack.json')
    writeFileSync(path, '{"id": "X"}')
    const { code, error } = await rules('check', path)
    expect(code).toBe(1)
    expect(error).toContain('version：缺少这一项：请补上，应为文本')
    expect(error).not.toContain('at ')
  })

  it.each([['check', 'no-such-pack'], ['check'], ['fly'], ['score', '--pack', 'haizhou-2019', '--facts', 'none.json']])(
    'answers %s %s in Chinese, without a stack',
    async (...args) => {
      const { code, error } = await rules(...args)
      expect(code).toBe(1)
      expect(error).toMatch(/[\u4e00-\u9fff]/)
      expect(error).not.toMatch(/\n\s+at /)
    },
  )
})

describe('rules score and compare', () => {
  it('score, rank and award, and say who gains when the pack changes', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'kaohe-'))
    const file = readParsed(join(PUBLISHED, 'jn2015-ties.cases.json'), caseFileSchema)
    if (!file.ok) throw new TypeError('no case file')
    const facts = join(folder, 'facts.json')
    writeFileSync(facts, JSON.stringify(file.value.cases[0]?.facts))
    const pack = join(PUBLISHED, 'jn2015-ties.json')
    const scored = await rules('score', '--pack', pack, '--facts', facts)
    const { units } = JSON.parse(scored.out) as { units: unknown[] }
    expect(units[0]).toMatchObject({ name: '兖州区', rank: 1, total: { shown: '95.71' } })
    const compared = await rules('compare', '--pack', pack, '--pack', pack, '--facts', facts)
    const moves = JSON.parse(compared.out) as { units: unknown[] }
    expect(moves.units[0]).toMatchObject({ difference: '0', ranks: [1, 1] })
  })

  it('refuse a unit that is there twice or in no pool of the pack, and end with 1', async () => {
    const facts = join(mkdtempSync(join(tmpdir(), 'kaohe-')), 'facts.json')
    const unit = { id: 'heping', name: '和平街道', pool: 'street', targets: {}, actuals: {}, items: {}, flags: [] }
    writeFileSync(facts, JSON.stringify({ asOf: '2019-06-18', units: [unit, unit] }))
    const { code, out, error } = await rules('score', '--pack', 'haizhou-2019', '--facts', facts)
    expect([code, out]).toEqual([1, ''])
    expect(error).toMatch(/units\.1\.id：.*重复/)
    expect(error).toMatch(/units\.0\.pool：.*town、department/)
  })

  it('print the JSON Schema of what they take', async () => {
    const { out } = await rules('schema', 'facts')
    expect(JSON.parse(out)).toMatchObject({ type: 'object', required: ['asOf', 'units'] })
  })
})
