import type { BackendModule, ReadCallback } from 'i18next'

type Texts = { readonly default: object }

/** Texts of features that are loaded later come with them, so that the clerk's pane carries none of them. */
const later: Readonly<Record<string, () => Promise<Texts>>> = {
  'zh-CN/verifying': () => import('./verifying.zh-CN.json'),
  'zh-CN/office': () => import('./office.zh-CN.json'),
  'zh-CN/intake': () => import('./intake.zh-CN.json'),
  'zh-CN/projects': () => import('./projects.zh-CN.json'),
  'zh-CN/rectifications': () => import('./rectifications.zh-CN.json'),
  'zh-CN/judging': () => import('./judging.zh-CN.json'),
  'en-US/verifying': () => import('./verifying.en-US.json'),
  'en-US/office': () => import('./office.en-US.json'),
  'en-US/intake': () => import('./intake.en-US.json'),
  'en-US/projects': () => import('./projects.en-US.json'),
  'en-US/rectifications': () => import('./rectifications.en-US.json'),
  'en-US/judging': () => import('./judging.en-US.json'),
}

/** Gives i18next the texts of a namespace when a component first asks for it; the component waits in its Suspense. */
export const laterTexts: BackendModule = {
  type: 'backend',
  init: () => undefined,
  read(language: string, namespace: string, callback: ReadCallback) {
    const load = later[`${language}/${namespace}`]
    if (!load) return callback(new Error(`no texts ${language}/${namespace}`), false)
    load().then(
      (texts) => callback(null, texts.default),
      (error: unknown) => callback(error instanceof Error ? error : new Error(String(error)), true),
    )
  },
}
