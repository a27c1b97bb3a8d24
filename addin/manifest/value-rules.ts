import { type Fault, faultAt } from './fault.ts'
import type { XmlElement } from './xml.ts'

/** A text for people: there, not too long, in each language. */
export function textFaults(element: XmlElement, most: number): Fault[] {
  const id = element.attributes['id']
  const name = id === undefined ? `<${element.name}>` : `<${element.name} id="${id}">`
  return [element, ...element.children].flatMap((place) => {
    const value = place.attributes[place === element ? 'DefaultValue' : 'Value'] ?? ''
    if (value.trim() === '') return [faultAt(place, `${name} 没有文字。`)]
    const { length } = [...value]
    return length > most ? [faultAt(place, `${name} 有 ${length} 个字符，最多 ${most} 个。`)] : []
  })
}

/** An address that Office accepts: https, not too long. */
export function urlFaults(element: XmlElement): Fault[] {
  const url = element.attributes['DefaultValue'] ?? ''
  if (!/^https:\/\/[^\s/]+(\/|$)/.test(url)) return [faultAt(element, `地址 “${url}” 应以 https:// 开头。`)]
  return url.length > 2048 ? [faultAt(element, `地址有 ${url.length} 个字符，最多 2048 个。`)] : []
}

/** One override per language, none for the default language, full language tags, and English everywhere people read. */
export function languageFaults(element: XmlElement, defaultLocale: string): Fault[] {
  const overrides = element.children.filter(({ name }) => name === 'Override')
  const locales = overrides.map(({ attributes }) => attributes['Locale'] ?? '')
  const faults = overrides.flatMap((override, index) => {
    const locale = locales[index] ?? ''
    if (!/^[a-z]{2,3}-[A-Z]{2}$/.test(locale)) return [faultAt(override, `语言 “${locale}” 应写完整，如 en-US。`)]
    if (locale === defaultLocale) return [faultAt(override, `${locale} 是默认语言，不能再写 Override。`)]
    return locales.indexOf(locale) < index ? [faultAt(override, `同一处有两个 ${locale} 的 Override。`)] : []
  })
  const id = element.attributes['id']
  const spoken =
    ['DisplayName', 'Description', 'String'].includes(element.name) && element.attributes['DefaultValue'] !== undefined
  return spoken && !locales.includes('en-US')
    ? [
        ...faults,
        faultAt(element, `<${element.name}${id === undefined ? '' : ` id="${id}"`}> 缺少 en-US 的 Override。`),
      ]
    : faults
}
