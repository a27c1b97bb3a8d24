import type entrance from './entrance.zh-CN.json'
import type submitting from './submitting.zh-CN.json'
import type evidence from './evidence.zh-CN.json'
import type filling from './filling.zh-CN.json'
import type workbench from './workbench.zh-CN.json'
import type ranking from './ranking.zh-CN.json'
import type command from './command.zh-CN.json'
import type intake from './intake.zh-CN.json'
import type judging from './judging.zh-CN.json'
import type office from './office.zh-CN.json'
import type objections from './objections.zh-CN.json'
import type projects from './projects.zh-CN.json'
import type rectifications from './rectifications.zh-CN.json'
import type verifying from './verifying.zh-CN.json'
import type pane from './zh-CN.json'

/** All texts, by namespace: the pane's own, and those that come with a feature. */
interface Namespaces {
  readonly pane: typeof pane
  readonly entrance: typeof entrance
  readonly submitting: typeof submitting
  readonly evidence: typeof evidence
  readonly filling: typeof filling
  readonly workbench: typeof workbench
  readonly ranking: typeof ranking
  readonly command: typeof command
  readonly verifying: typeof verifying
  readonly office: typeof office
  readonly intake: typeof intake
  readonly judging: typeof judging
  readonly rectifications: typeof rectifications
  readonly objections: typeof objections
  readonly projects: typeof projects
}

export type Namespace = keyof Namespaces

/** Every text under its whole key; one that counts goes by what stands before `_one` and `_other`. */
type KeyIn<Tree> = {
  [Name in keyof Tree & string]: Tree[Name] extends string ? Uncounted<Name> : `${Name}.${KeyIn<Tree[Name]>}`
}[keyof Tree & string]

type Uncounted<Name extends string> = Name extends `${infer Text}_${'one' | 'other'}` ? Text : Name

export type KeyOf<Of extends Namespace> = { [Each in Of]: KeyIn<Namespaces[Each]> }[Of]

/** What is put into a text where it says `{{name}}`; `count` also chooses between one and other. */
export type Values = Readonly<Record<string, string | number>>

/** Says a text of the pane, in one language. */
export type Translate = (key: KeyOf<'pane'>, values?: Values) => string

/** The same, which knows the texts of another namespace, too. */
export type TranslateOf<Of extends Namespace> = (key: KeyOf<Of | 'pane'>, values?: Values) => string
