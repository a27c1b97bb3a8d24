import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import vm from 'node:vm'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'

const file = fileURLToPath(new URL('../public/host-check.js', import.meta.url))
const script = readFileSync(file, 'utf8')

/** As little of a page as the check asks for. `engine` is what the browser says of itself and has. */
function page(engine: { readonly userAgent: string; readonly modern: boolean; readonly lacks?: string }) {
  const element = () => {
    const children: { text: string }[] = []
    return {
      children,
      style: {},
      setAttribute: () => undefined,
      appendChild: (child: { text: string }) => void children.push(child),
      get text(): string {
        return children.map(({ text }) => text).join('\n')
      },
      ...(engine.modern ? { noModule: false } : {}),
    }
  }
  const root = element()
  const written: string[] = []
  const context = {
    navigator: { userAgent: engine.userAgent },
    location: { protocol: 'https:', host: 'kaohe.example.gov.cn' },
    document: {
      readyState: 'complete',
      getElementById: () => root,
      createElement: element,
      createTextNode: (text: string) => ({ text }),
      currentScript: { getAttribute: () => '/assets/builtins-1.js' },
      write: (html: string) => void written.push(html),
    },
    // A new context has a Promise of its own; old engines have none.
    ...(engine.modern ? {} : { Promise: undefined }),
  }
  vm.createContext(context)
  if (engine.lacks) vm.runInContext(`delete ${engine.lacks}`, context)
  vm.runInContext(script, context)
  return { text: root.text, written: written.join('') }
}

describe('host-check.js', () => {
  it('is written in the language of 2009, which the engine of Internet Explorer reads', () => {
    const tree = ts.createSourceFile('host-check.js', script, ts.ScriptTarget.ES5, true)
    const tooNew: string[] = []
    const visit = (node: ts.Node) => {
      const isNew =
        ts.isArrowFunction(node) ||
        ts.isTemplateExpression(node) ||
        ts.isNoSubstitutionTemplateLiteral(node) ||
        ts.isSpreadElement(node) ||
        ts.isClassDeclaration(node) ||
        (ts.isVariableDeclarationList(node) && (node.flags & ts.NodeFlags.BlockScoped) !== 0)
      if (isNew) tooNew.push(node.getText())
      ts.forEachChild(node, visit)
    }
    visit(tree)
    expect(tooNew).toEqual([])
  })

  it.each([
    ['Excel 2016 and 2019', 'Mozilla/5.0 (Windows NT 10.0; WOW64; Trident/7.0; rv:11.0) like Gecko'],
    ['an old browser', 'Mozilla/5.0 (Windows NT 6.1) Chrome/49.0'],
  ])('tells people with %s what to do instead, in place of an empty pane', (_name, userAgent) => {
    const { text } = page({ userAgent, modern: false })
    expect(text).toContain('Excel')
    expect(text).toContain('https://kaohe.example.gov.cn/workbench')
  })

  it('says nothing where the pane runs', () => {
    const userAgent = 'Mozilla/5.0 (Windows NT 10.0) Chrome/124.0 Edg/124.0'
    expect(page({ userAgent, modern: true })).toEqual({ text: '', written: '' })
  })

  it('brings the functions of the last years to an engine that lacks them', () => {
    const userAgent = 'Mozilla/5.0 (Windows NT 10.0) Chrome/87.0 Edg/87.0'
    const { text, written } = page({ userAgent, modern: true, lacks: 'String.prototype.isWellFormed' })
    expect(text).toBe('')
    expect(written).toBe('<script type="module" src="/assets/builtins-1.js"></script>')
  })
})
