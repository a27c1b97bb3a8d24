import type { Plugin } from 'vite'

/**
 * Takes the schema library out of the built pages: 30 KB, compressed, of which they use nothing. What the service sends was
 * validated there, and what shared-rules describes by schemas the pages need as types alone. A page that tries to validate
 * something after all fails loudly. Tests and the dev server keep the real library.
 */
export function withoutSchemas(): Plugin {
  return {
    name: 'without-schemas',
    apply: 'build',
    enforce: 'pre',
    resolveId: (id) => (id === 'zod' ? '\0no-schemas' : null),
    load: (id) => (id === '\0no-schemas' ? inert : null),
  }
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
