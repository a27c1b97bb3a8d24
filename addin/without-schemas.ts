import type { ESTree, Plugin } from 'vite'

/**
 * Takes the schema library out of the built pages: 30 KB, compressed, of which they use nothing. What the service sends was
 * validated there, and what shared-rules describes by schemas the pages need as types alone. A page that tries to validate
 * something after all fails loudly. Tests and the dev server keep the real library.
 */
export function withoutSchemas(): Plugin[] {
  return [
    {
      name: 'without-schemas',
      apply: 'build',
      enforce: 'pre',
      resolveId: (id) => (id === 'zod' ? '\0no-schemas' : null),
      load: (id) => (id === '\0no-schemas' ? inert : null),
    },
    {
      name: 'schemas-unwritten',
      apply: 'build',
      transform: {
        filter: { id: /shared-rules\/src\/.*\.ts$/, code: /\bz\./ },
        handler(code) {
          return { code: unwritten(code, this.parse(code).body), map: null }
        },
      },
    },
  ]
}

type Statement = ESTree.Program['body'][number]

/** The module with `z` in place of each schema it puts together: chained calls, which a bundler would not dare to leave out. */
function unwritten(code: string, body: readonly Statement[]): string {
  const schemas = body
    .map((statement) => (statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement))
    .flatMap((statement) => (statement?.type === 'VariableDeclaration' ? statement.declarations : []))
    .flatMap(({ init }) => (init && rootOf(init) === 'z' ? [init] : []))
  return schemas.reduceRight((text, { start, end }) => `${text.slice(0, start)}z${text.slice(end)}`, code)
}

/** What a chain of calls and properties begins with. */
function rootOf(expression: ESTree.Expression | ESTree.Super): string | null {
  if (expression.type === 'Identifier') return expression.name
  if (expression.type === 'CallExpression') return rootOf(expression.callee)
  return expression.type === 'MemberExpression' ? rootOf(expression.object) : null
}

/** Answers every call and every property with itself, as far as schemas are only put together. */
const inert = `
export const z = new Proxy(function () {}, {
  get(_schema, name) {
    if (/parse|decode|encode/i.test(String(name))) throw new Error('the pages hold no schemas to validate with')
    return z
  },
  apply: () => z,
})
`
