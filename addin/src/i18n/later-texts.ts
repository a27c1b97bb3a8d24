import type { TextTree } from './flat-texts.ts'
import type { Language } from './language.ts'
import type { Namespace } from './translate.ts'

export type LaterFile = Exclude<`${Language}/${Namespace}`, 'zh-CN/pane'>

/** Texts that are not there from the start: English, and those of features that are loaded later. */
export const laterTexts: Readonly<Record<LaterFile, () => Promise<{ readonly default: TextTree }>>> = {
  'en-US/pane': () => import('./en-US.json'),
  'zh-CN/entrance': () => import('./entrance.zh-CN.json'),
  'zh-CN/submitting': () => import('./submitting.zh-CN.json'),
  'zh-CN/evidence': () => import('./evidence.zh-CN.json'),
  'zh-CN/filling': () => import('./filling.zh-CN.json'),
  'zh-CN/workbench': () => import('./workbench.zh-CN.json'),
  'zh-CN/ranking': () => import('./ranking.zh-CN.json'),
  'zh-CN/command': () => import('./command.zh-CN.json'),
  'zh-CN/verifying': () => import('./verifying.zh-CN.json'),
  'zh-CN/office': () => import('./office.zh-CN.json'),
  'zh-CN/intake': () => import('./intake.zh-CN.json'),
  'zh-CN/projects': () => import('./projects.zh-CN.json'),
  'zh-CN/objections': () => import('./objections.zh-CN.json'),
  'zh-CN/rectifications': () => import('./rectifications.zh-CN.json'),
  'zh-CN/judging': () => import('./judging.zh-CN.json'),
  'en-US/entrance': () => import('./entrance.en-US.json'),
  'en-US/submitting': () => import('./submitting.en-US.json'),
  'en-US/evidence': () => import('./evidence.en-US.json'),
  'en-US/filling': () => import('./filling.en-US.json'),
  'en-US/workbench': () => import('./workbench.en-US.json'),
  'en-US/ranking': () => import('./ranking.en-US.json'),
  'en-US/command': () => import('./command.en-US.json'),
  'en-US/verifying': () => import('./verifying.en-US.json'),
  'en-US/office': () => import('./office.en-US.json'),
  'en-US/intake': () => import('./intake.en-US.json'),
  'en-US/projects': () => import('./projects.en-US.json'),
  'en-US/objections': () => import('./objections.en-US.json'),
  'en-US/rectifications': () => import('./rectifications.en-US.json'),
  'en-US/judging': () => import('./judging.en-US.json'),
}
