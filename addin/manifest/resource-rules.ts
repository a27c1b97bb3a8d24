import { type Fault, faultAt } from './fault.ts'
import { textFaults, urlFaults } from './value-rules.ts'
import { everyElement, type XmlElement } from './xml.ts'

/** Which list an element takes its `resid` from. */
function listOf({ name }: XmlElement, parent: string): string {
  if (name === 'Image') return 'Images'
  if (['SourceLocation', 'FunctionFile', 'LearnMoreUrl'].includes(name)) return 'Urls'
  return name === 'Description' && ['Supertip', 'GetStarted', 'VersionOverrides'].includes(parent)
    ? 'LongStrings'
    : 'ShortStrings'
}

/** Texts, addresses and pictures of the ribbon: named once, within Office's limits, found by all who use them. */
export function resourceFaults(root: XmlElement): Fault[] {
  const all = everyElement(root)
  const lists = all.filter(({ name }) => name === 'Resources').flatMap(({ children }) => children)
  const entries = lists.flatMap((list) => list.children.map((entry) => ({ list: list.name, entry })))
  const ids = entries.map(({ entry }) => entry.attributes['id'] ?? '')
  const uses = all.flatMap((parent) =>
    parent.children
      .filter(({ attributes }) => attributes['resid'] !== undefined)
      .map((element) => ({ element, list: listOf(element, parent.name), resid: element.attributes['resid'] ?? '' })),
  )
  return [
    ...entries.flatMap(({ list, entry }, index) => {
      const id = ids[index] ?? ''
      const name = `资源 “${id}” `
      return [
        ...(id.length < 1 || id.length > 32 ? [faultAt(entry, `${name}的 id 应有 1 至 32 个字符。`)] : []),
        ...(ids.indexOf(id) < index ? [faultAt(entry, `${name}写了两次。`)] : []),
        ...(uses.some(({ resid }) => resid === id) ? [] : [faultAt(entry, `${name}没有用到，请删除。`)]),
        ...(list === 'ShortStrings'
          ? textFaults(entry, 125)
          : list === 'LongStrings'
            ? textFaults(entry, 250)
            : urlFaults(entry)),
      ]
    }),
    ...uses.flatMap(({ element, list, resid }) => {
      const entry = entries.find((each) => each.entry.attributes['id'] === resid)
      if (!entry) return [faultAt(element, `<${element.name}> 用到的资源 “${resid}” 不存在。`)]
      return entry.list === list ? [] : [faultAt(element, `<${element.name}> 的资源 “${resid}” 应放在 <${list}> 里。`)]
    }),
  ]
}
