import type { Values } from './translate.ts'

/** Texts as a file of them holds them: sentences in groups in groups. */
export interface TextTree {
  readonly [name: string]: string | TextTree
}

/** Every text under its whole key, the names of its groups joined by points. */
export type FlatTexts = ReadonlyMap<string, string>

export function flatTexts(tree: TextTree): FlatTexts {
  return new Map(entriesOf(tree, ''))
}

/** The text in the words of the first file that has it; the key itself where none does. */
export function textOf(
  files: readonly FlatTexts[],
  plural: Intl.PluralRules,
  key: string,
  values: Values = {},
): string {
  const { count } = values
  const names = typeof count === 'number' ? [`${key}_${plural.select(count)}`, `${key}_other`, key] : [key]
  for (const file of files) {
    for (const name of names) {
      const text = file.get(name)
      if (text !== undefined) return filled(text, values)
    }
  }
  return key
}

function entriesOf(tree: TextTree, prefix: string): (readonly [string, string])[] {
  return Object.entries(tree).flatMap(([name, part]) =>
    typeof part === 'string' ? [[prefix + name, part] as const] : entriesOf(part, `${prefix}${name}.`),
  )
}

/** A place without a value stays as it is written, which a reader of the page notices and a test finds. */
function filled(text: string, values: Values): string {
  return text.replace(/\{\{(\w+)\}\}/g, (place, name: string) => String(values[name] ?? place))
}
