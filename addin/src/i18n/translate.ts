import type intake from './intake.zh-CN.json'
import type judging from './judging.zh-CN.json'
import type office from './office.zh-CN.json'
import type projects from './projects.zh-CN.json'
import type rectifications from './rectifications.zh-CN.json'
import type verifying from './verifying.zh-CN.json'
import type pane from './zh-CN.json'

/** All texts, by namespace: the pane's own, and those that come with a feature. */
interface Namespaces {
  readonly pane: typeof pane
  readonly verifying: typeof verifying
  readonly office: typeof office
  readonly intake: typeof intake
  readonly judging: typeof judging
  readonly rectifications: typeof rectifications
  readonly projects: typeof projects
}

export type Namespace = keyof Namespaces

/** Every text under its whole key; one that counts goes by what stands before `_one` and `_other`. */
type KeyIn<Tree> = {
  [Name in keyof Tree & string]: Tree[Name] extends string ? Uncounted<Name> : `${Name}.${KeyIn<Tree[Name]>}`
}[keyof Tree & string]

type Uncounted<Name extends string> = Name extends `${infer Text}_${'one' | 'other'}` ? Text : Name

export type KeyOf<Of extends Namespace> = KeyIn<Namespaces[Of]>

/** What is put into a text where it says `{{name}}`; `count` also chooses between one and other. */
export type Values = Readonly<Record<string, string | number>>

/** Says a text of one namespace in one language. */
export type Translate<Of extends Namespace = 'pane'> = (key: KeyOf<Of>, values?: Values) => string
