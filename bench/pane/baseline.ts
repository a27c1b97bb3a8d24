import { readFile } from 'node:fs/promises'
import { build, type Rolldown } from 'vite'

type Chunk = Rolldown.OutputChunk

/** A page as a browser loads it: its entry, and all that the entry imports at once. */
export interface BuiltPage {
  readonly entry: string
  /** File name → code. */
  readonly files: ReadonlyMap<string, string>
}

const addin = new URL('../../addin/', import.meta.url)

/** Builds the pane's own pages, as `npm run build` does but into memory, with what each loads before it shows anything. */
export async function buildPages(): Promise<{
  readonly page: (name: string) => BuiltPage
  readonly sources: (name: string) => Promise<readonly string[]>
}> {
  const chunks = await chunksOf({ root: addin.pathname })
  const entryOf = (name: string) => {
    const entry = chunks.find((chunk) => chunk.isEntry && chunk.name === name)
    if (!entry) throw new Error(`the add-in has no page ${name}`)
    return entry
  }
  return {
    page: (name) => pageOf(entryOf(name), chunks, 'SignedInPane'),
    sources: (name) =>
      Promise.all(
        [...closure(entryOf(name), chunks, 'SignedInPane')]
          .flatMap((chunk) => Object.keys(chunk.modules))
          .filter((id) => id.startsWith(addin.pathname) && /\.tsx?$/.test(id))
          .map((id) => readFile(id, 'utf8')),
      ),
  }
}

/** A page of nothing but Fluent: imports every component and icon that these sources import, and shows the simple ones. */
export async function buildBaseline(sources: readonly string[]): Promise<BuiltPage> {
  const imports = new Map<string, Set<string>>()
  for (const source of sources) {
    for (const [, names = '', from = ''] of source.matchAll(/^import \{([^}]*)\} from '(@fluentui\/[^']+)'/gm)) {
      const values = names
        .split(',')
        .map((name) => name.trim())
        .filter((name) => name !== '' && !name.startsWith('type '))
      imports.set(from, new Set([...(imports.get(from) ?? []), ...values]))
    }
  }
  const fluent = imports.get('@fluentui/react-components') ?? new Set()
  const simple = [
    'Badge',
    'Body1',
    'Button',
    'Caption1',
    'Checkbox',
    'Input',
    'Link',
    'Spinner',
    'Subtitle2',
    'Text',
    'Textarea',
  ]
  const code = `
import { createElement as element, useEffect } from 'react'
import { createRoot } from 'react-dom/client'
${[...imports].map(([from, names]) => `import { ${[...names].join(', ')} } from '${from}'`).join('\n')}
import { FluentProvider as Provider, webLightTheme } from '@fluentui/react-components'
globalThis.kept = [${[...imports.values()].flatMap((names) => [...names]).join(', ')}]
const shown = [${simple.filter((name) => fluent.has(name)).join(', ')}]
createRoot(document.getElementById('root')).render(
  element(Provider, { theme: webLightTheme }, shown.map((Component, key) => element(Component, { key }))),
)
`
  const chunks = await chunksOf({
    root: addin.pathname,
    plugins: [
      {
        name: 'baseline',
        enforce: 'pre',
        resolveId: (id: string) => (id === 'baseline' ? `${addin.pathname}src/baseline.js` : null),
        load: (id: string) => (id === `${addin.pathname}src/baseline.js` ? code : null),
      },
    ],
    build: { rolldownOptions: { input: { baseline: 'baseline' } } },
  })
  const entry = chunks.find(({ isEntry }) => isEntry)
  if (!entry) throw new Error('the baseline was not built')
  return pageOf(entry, chunks)
}

async function chunksOf(config: Parameters<typeof build>[0]): Promise<readonly Chunk[]> {
  const own = config?.plugins ? { configFile: false as const } : {}
  const built = await build({
    ...config,
    ...own,
    logLevel: 'error',
    build: { ...config?.build, target: ['chrome87'], write: false },
  })
  const outputs = Array.isArray(built) ? built : 'output' in built ? [built] : []
  return outputs.flatMap(({ output }) => output.flatMap((part) => (part.type === 'chunk' ? [part] : [])))
}

/** A chunk and all it imports; `also` names one that is fetched right behind, because everybody needs it next. */
function closure(entry: Chunk, chunks: readonly Chunk[], also?: string, seen = new Set<Chunk>()): ReadonlySet<Chunk> {
  if (seen.has(entry)) return seen
  seen.add(entry)
  const behind = entry.dynamicImports.filter((name) =>
    chunks.some((chunk) => chunk.fileName === name && chunk.name === also),
  )
  for (const name of [...entry.imports, ...behind]) {
    const chunk = chunks.find(({ fileName }) => fileName === name)
    if (chunk) closure(chunk, chunks, also, seen)
  }
  return seen
}

function pageOf(entry: Chunk, chunks: readonly Chunk[], also?: string): BuiltPage {
  return {
    entry: entry.fileName,
    files: new Map([...closure(entry, chunks, also)].map(({ fileName, code }) => [fileName, code])),
  }
}
