import { readFile } from 'node:fs/promises'
import { build, type Rolldown } from 'vite'

type Chunk = Rolldown.OutputChunk

/** A page as a browser loads it: its document, and all that its entry imports at once. */
export interface BuiltPage {
  readonly html: string
  /** File name → code. */
  readonly files: ReadonlyMap<string, string>
  /** File name → what the document fetches besides: styles, and the check of the engine. */
  readonly others: ReadonlyMap<string, string>
}

const addin = new URL('../../addin/', import.meta.url)

/** Builds the pane's own pages, as `npm run build` does but into memory, with what each loads before it shows anything. */
export async function buildPages(): Promise<{
  readonly page: (name: string) => BuiltPage
  readonly sources: (name: string) => Promise<readonly string[]>
}> {
  const { chunks, assets } = await partsOf({ root: addin.pathname })
  const check = await readFile(new URL('public/host-check.js', addin), 'utf8')
  const others = new Map([...assets, ['host-check.js', check] as const].filter(([name]) => !name.endsWith('.html')))
  const entryOf = (name: string) => {
    const entry = chunks.find((chunk) => chunk.isEntry && chunk.name === name)
    if (!entry) throw new Error(`the add-in has no page ${name}`)
    return entry
  }
  return {
    page: (name) => ({
      html: assets.get(`${name}.html`) ?? '',
      files: filesOf(closure(entryOf(name), chunks)),
      others,
    }),
    sources: (name) =>
      Promise.all(
        [...closure(entryOf(name), chunks)]
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
  const { chunks } = await partsOf({
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
  const html = `<!doctype html><div id="root"></div><script type="module" src="/${entry.fileName}"></script>`
  return { html, files: filesOf(closure(entry, chunks)), others: new Map() }
}

interface Parts {
  readonly chunks: readonly Chunk[]
  readonly assets: ReadonlyMap<string, string>
}

async function partsOf(config: Parameters<typeof build>[0]): Promise<Parts> {
  const own = config?.plugins ? { configFile: false as const } : {}
  const built = await build({
    ...config,
    ...own,
    logLevel: 'error',
    build: { ...config?.build, target: ['chrome87'], write: false },
  })
  const outputs = Array.isArray(built) ? built : 'output' in built ? [built] : []
  const parts = outputs.flatMap(({ output }) => output)
  return {
    chunks: parts.flatMap((part) => (part.type === 'chunk' ? [part] : [])),
    assets: new Map(parts.flatMap((part) => (part.type === 'asset' ? [[part.fileName, String(part.source)]] : []))),
  }
}

/** A chunk and all it imports. */
function closure(entry: Chunk, chunks: readonly Chunk[], seen = new Set<Chunk>()): ReadonlySet<Chunk> {
  if (seen.has(entry)) return seen
  seen.add(entry)
  for (const name of entry.imports) {
    const chunk = chunks.find(({ fileName }) => fileName === name)
    if (chunk) closure(chunk, chunks, seen)
  }
  return seen
}

const filesOf = (chunks: ReadonlySet<Chunk>): BuiltPage['files'] =>
  new Map([...chunks].map(({ fileName, code }) => [fileName, code]))
