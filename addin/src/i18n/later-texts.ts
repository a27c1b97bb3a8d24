import type { BackendModule, ReadCallback } from 'i18next'
import { laterChunk, type LaterChunk } from '../ui/later-chunk.ts'

type Texts = { readonly default: object }

/** Texts of features that are loaded later come with them, so that the clerk's pane carries none of them. */
const later: Readonly<Record<string, LaterChunk<Texts>>> = {
  'zh-CN/verifying': laterChunk(() => import('./verifying.zh-CN.json')),
  'zh-CN/office': laterChunk(() => import('./office.zh-CN.json')),
  'zh-CN/intake': laterChunk(() => import('./intake.zh-CN.json')),
  'zh-CN/projects': laterChunk(() => import('./projects.zh-CN.json')),
  'zh-CN/rectifications': laterChunk(() => import('./rectifications.zh-CN.json')),
  'zh-CN/judging': laterChunk(() => import('./judging.zh-CN.json')),
  'en-US/verifying': laterChunk(() => import('./verifying.en-US.json')),
  'en-US/office': laterChunk(() => import('./office.en-US.json')),
  'en-US/intake': laterChunk(() => import('./intake.en-US.json')),
  'en-US/projects': laterChunk(() => import('./projects.en-US.json')),
  'en-US/rectifications': laterChunk(() => import('./rectifications.en-US.json')),
  'en-US/judging': laterChunk(() => import('./judging.en-US.json')),
}

/** Gives i18next the texts of a namespace when a component first asks for it; the component waits in its Suspense. */
export const laterTexts: BackendModule = {
  type: 'backend',
  init: () => undefined,
  read(language: string, namespace: string, callback: ReadCallback) {
    const texts = later[`${language}/${namespace}`]
    if (!texts) return callback(new Error(`no texts ${language}/${namespace}`), false)
    void texts.fetch().then(({ default: words }) => callback(null, words))
  },
}
