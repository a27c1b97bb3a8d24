import { laterChunk } from '../ui/later-chunk.ts'
import { flatTexts, textOf, type FlatTexts, type TextTree } from './flat-texts.ts'
import type { Language } from './language.ts'
import type { LaterFile } from './later-texts.ts'
import type { KeyOf, Namespace, TranslateOf, Values } from './translate.ts'
import zhCN from './zh-CN.json' with { type: 'json' }

/** What the pages say, in the language spoken. */
export interface Texts {
  readonly language: () => Language
  /** Tells when another language is spoken. */
  readonly subscribe: (listener: () => void) => () => void
  /** Says texts in the language spoken now, or in the one named. The same function each time, as long as nothing changed. */
  readonly of: <Of extends Namespace>(namespace: Of, language?: Language) => TranslateOf<Of>
  /** Is there such a text? For keys that are put together from what the service says. */
  readonly knows: <Of extends Namespace>(namespace: Of, key: string) => key is KeyOf<Of>
  /** Are all texts of the namespace here, in the language spoken? */
  readonly has: (namespace: Namespace) => boolean
  /** Fetches a namespace in the language spoken, however long the network is away. The same promise for all who ask. */
  readonly fetch: (namespace: Namespace) => Promise<unknown>
  /** Fetches the language where it is not here yet, then speaks it. Rejects when it cannot be fetched; then nothing changed. */
  readonly speak: (language: Language) => Promise<void>
}

/** Chinese first: what another language lacks is said in it. */
const spokenIn: Readonly<Record<Language, readonly Language[]>> = { 'zh-CN': ['zh-CN'], 'en-US': ['en-US', 'zh-CN'] }

/** Chinese texts of namespaces that a page shows at once. */
export type FirstTexts = Readonly<Partial<Record<Namespace, TextTree>>>

/** Which file holds what is found out once something is wanted: two names for each feature are not for who wants none. */
async function treeOf(file: LaterFile): Promise<TextTree> {
  const { laterTexts } = await import('./later-texts.ts')
  return (await laterTexts[file]()).default
}

/** Texts of the pane, in Chinese until another language is asked for. What is given is here from the start, as those of every page are. */
export function createTexts(first: FirstTexts = {}): Texts {
  let spoken: Language = 'zh-CN'
  const here = new Map<LaterFile | 'zh-CN/pane', FlatTexts>()
  for (const [namespace, tree] of Object.entries({ pane: zhCN, ...first }) as [Namespace, TextTree][]) {
    here.set(`zh-CN/${namespace}`, flatTexts(tree))
  }
  const fetching = new Map<string, Promise<unknown>>()
  const sayings = new Map<string, (key: string, values?: Values) => string>()
  const listeners = new Set<() => void>()

  const missing = (namespace: Namespace, language: Language) =>
    spokenIn[language].map((one) => `${one}/${namespace}` as const).filter((file) => !here.has(file))

  const bring = (namespace: Namespace, language: Language) =>
    Promise.all(
      missing(namespace, language).map(async (file) => {
        if (file !== 'zh-CN/pane') here.set(file, flatTexts(await treeOf(file)))
      }),
    )

  function fetch(namespace: Namespace): Promise<unknown> {
    const name = `${spoken}/${namespace}`
    const language = spoken
    const under = fetching.get(name) ?? laterChunk(() => bring(namespace, language)).fetch()
    fetching.set(name, under)
    return under
  }

  function of<Of extends Namespace>(namespace: Of, language = spoken): TranslateOf<Of> {
    const name = `${language}/${namespace}`
    const known = sayings.get(name)
    if (known) return known
    const plural = new Intl.PluralRules(language)
    const saying = (key: string, values?: Values) => textOf(filesOf(namespace, language), plural, key, values)
    sayings.set(name, saying)
    return saying
  }
  /** A feature's own words go before those of the pane. */
  const filesOf = (namespace: Namespace, language: Language) =>
    [...new Set([namespace, 'pane'] as const)].flatMap((each) =>
      spokenIn[language].flatMap((one) => here.get(`${one}/${each}`) ?? []),
    )

  return {
    language: () => spoken,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    of,
    knows: <Of extends Namespace>(namespace: Of, key: string): key is KeyOf<Of> =>
      filesOf(namespace, spoken).some((file) => file.has(key)),
    has: (namespace) => missing(namespace, spoken).length === 0,
    fetch,
    async speak(language) {
      const namespaces = new Set([...here.keys()].map((file) => file.slice('zh-CN/'.length) as Namespace))
      await Promise.all([...namespaces].map((namespace) => bring(namespace, language)))
      spoken = language
      for (const listener of listeners) listener()
    },
  }
}
