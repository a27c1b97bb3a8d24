import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'

/** The names of the scripts that a built page brings along, without their hashes. */
async function scriptsOf(page: string): Promise<readonly string[]> {
  const html = await readFile(new URL(`../../dist/${page}.html`, import.meta.url), 'utf8')
  return [...html.matchAll(/\/assets\/([\w.-]+)-[\w-]{8}\.js/g)].map(([, name = '']) => name)
}

describe('the files that the built pages share', () => {
  it('make the pane a handful of requests', async () => {
    const scripts = await scriptsOf('taskpane')
    expect(scripts).toEqual(expect.arrayContaining(['taskpane', 'texts', 'rules', 'page', 'pane']))
    expect(scripts.length).toBeLessThan(10)
  })

  it('leave the ribbon’s commands without anything that shows something', async () => {
    const scripts = await scriptsOf('commands')
    expect(scripts).toContain('rules')
    expect(scripts).not.toContain('page')
    expect(scripts).not.toContain('pane')
  })

  it('leave the ribbon’s dialog without the rules and the pane', async () => {
    const scripts = await scriptsOf('dialog')
    expect(scripts).toContain('page')
    expect(scripts).not.toContain('rules')
    expect(scripts).not.toContain('pane')
  })
})
