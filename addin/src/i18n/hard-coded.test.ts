import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '..')
/** Writes into workbooks, which stay Chinese. */
const written = /^workbook\//

const sources = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => /\.tsx?$/.test(path) && !/\.test\.|^testing\//.test(path) && !written.test(path))

/** Chinese in strings, templates and markup, with its line. Comments and patterns that read what people typed are no texts. */
function chineseIn(path: string): string[] {
  const file = ts.createSourceFile(path, readFileSync(join(root, path), 'utf8'), ts.ScriptTarget.Latest, true)
  const found: string[] = []
  const visit = (node: ts.Node) => {
    const text = ts.isStringLiteralLike(node) || ts.isTemplateLiteralToken(node) || ts.isJsxText(node) ? node.text : ''
    if (/[\p{Script=Han}，。：；、（）]/u.test(text)) {
      found.push(`${path}:${String(file.getLineAndCharacterOfPosition(node.getStart()).line + 1)} ${text.trim()}`)
    }
    ts.forEachChild(node, visit)
  }
  visit(file)
  return found
}

describe('the components', () => {
  it('take all their words from the texts, so that no language misses one', () => {
    expect(sources.length).toBeGreaterThan(80)
    expect(sources.flatMap(chineseIn)).toEqual([])
  })
})
