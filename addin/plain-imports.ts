import type { Plugin } from 'vite'

/**
 * Leaves the import of a later part as it is written. Vite wraps each in a function that fetches ahead what the part needs
 * besides itself, and its styles: ours have none, and what they share with the page is here by then (`shared-files.ts`), so that
 * all this did was to name it, in 1.4 KB of every page.
 */
export function plainImports(): Plugin {
  return {
    name: 'plain-imports',
    apply: 'build',
    enforce: 'pre',
    config: () => ({
      build: {
        modulePreload: { resolveDependencies: (_part, needed, { hostType }) => (hostType === 'html' ? needed : []) },
      },
    }),
    load: (id) => (id === '\0vite/preload-helper.js' ? 'export const __vitePreload = (load) => load()' : null),
  }
}
