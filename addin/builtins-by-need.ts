import type { Plugin } from 'vite'

const tag = '<script src="/host-check.js"'

/**
 * Tells each built page where the functions lie that an old browser engine lacks (`src/builtins.ts`): `public/host-check.js` has
 * them fetched before anything else runs, where they are lacking, and nobody else carries them.
 */
export function builtinsByNeed(): Plugin {
  return {
    name: 'builtins-by-need',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: (html, { bundle, filename }) => {
        const built = Object.values(bundle ?? {}).find((part) => part.type === 'chunk' && part.name === 'builtins')
        if (!built || !html.includes(tag)) throw new Error(`${filename} cannot bring along what an old engine lacks`)
        return html.replace(tag, `${tag} data-builtins="/${built.fileName}"`)
      },
    },
  }
}
