import { type Fault, faultAt, type Surroundings } from './fault.ts'
import { textFaults, urlFaults } from './value-rules.ts'
import type { XmlElement } from './xml.ts'

const permissions = ['Restricted', 'ReadDocument', 'ReadAllDocument', 'WriteDocument', 'ReadWriteDocument']

/** What stands above VersionOverrides: identity, names, icons, hosts, permission. */
export function headFaults(root: XmlElement, surroundings: Surroundings): Fault[] {
  const child = (name: string) => root.children.find((element) => element.name === name)
  const each = (name: string, faults: (element: XmlElement) => Fault[]) => {
    const element = child(name)
    return element ? faults(element) : []
  }
  const pattern = (name: string, wanted: RegExp, message: string) =>
    each(name, (element) => (wanted.test(element.text) ? [] : [faultAt(element, `<${name}> ${message}`)]))
  const icon = (name: string, size: number) =>
    each(name, (element) => [...urlFaults(element), ...pictureFaults(element, size, surroundings)])

  return [
    ...(root.name === 'OfficeApp' && root.attributes['type'] === 'TaskPaneApp'
      ? []
      : [faultAt(root, '根元素应为 <OfficeApp xsi:type="TaskPaneApp">。')]),
    ...pattern('Id', /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i, '应为 GUID。'),
    ...pattern('Version', /^\d{1,5}(\.\d{1,5}){1,3}$/, '应为 2 至 4 段数字，如 1.0.0.0。'),
    ...pattern('ProviderName', /^.{1,125}$/, '应有 1 至 125 个字符。'),
    ...pattern('DefaultLocale', /^[a-z]{2,3}-[A-Z]{2}$/, '应为完整的语言标记，如 zh-CN。'),
    ...each('DisplayName', (element) => textFaults(element, 125)),
    ...each('Description', (element) => textFaults(element, 250)),
    ...icon('IconUrl', 32),
    ...icon('HighResolutionIconUrl', 64),
    ...each('SupportUrl', urlFaults),
    ...each('DefaultSettings', (settings) =>
      settings.children.filter(({ name }) => name === 'SourceLocation').flatMap(urlFaults),
    ),
    ...each('Hosts', (hosts) =>
      hosts.children.some(({ attributes }) => attributes['Name'] === 'Workbook')
        ? []
        : [faultAt(hosts, '<Hosts> 里缺少 <Host Name="Workbook" />，Excel 不会装载。')],
    ),
    ...each('Permissions', (element) =>
      permissions.includes(element.text)
        ? []
        : [faultAt(element, `<Permissions> 应为 ${permissions.join('、')} 之一。`)],
    ),
  ]
}

/** The picture exists and has exactly this size: Office scales nothing. */
export function pictureFaults(element: XmlElement, size: number, { pictureSize }: Surroundings): Fault[] {
  const url = element.attributes['DefaultValue'] ?? ''
  const found = pictureSize(url)
  if (!found) return [faultAt(element, `找不到图标 ${url}。请放入 addin/public/icons，PNG 格式。`)]
  const { width, height } = found
  return width === size && height === size
    ? []
    : [faultAt(element, `图标 ${url} 是 ${width}×${height}，这里要 ${size}×${size}。`)]
}
