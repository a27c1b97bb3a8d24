import { type Fault, faultAt, type Surroundings } from './fault.ts'
import { pictureFaults } from './head-rules.ts'
import { everyElement, type XmlElement } from './xml.ts'

const needed = [16, 32, 80]
const possible = [16, 20, 24, 32, 40, 48, 64, 80]

/** Tab, groups and buttons: ids, icons in the sizes Office asks for, actions that lead somewhere. */
export function ribbonFaults(root: XmlElement, surroundings: Surroundings): Fault[] {
  const all = everyElement(root)
  const pictures = new Map(
    all
      .filter(({ name, attributes }) => name === 'Image' && attributes['id'])
      .map((image) => [image.attributes['id'], image]),
  )
  return [
    ...idFaults(all),
    ...all.filter(({ name }) => name === 'Icon').flatMap((icon) => iconFaults(icon, pictures, surroundings)),
    ...all.filter(({ name }) => name === 'Action').flatMap((action) => actionFaults(action, all)),
    ...all.filter(({ name }) => name === 'Set').flatMap(setFaults),
  ]
}

function idFaults(all: readonly XmlElement[]): Fault[] {
  const holders = all.filter(({ name }) => ['CustomTab', 'Group', 'Control'].includes(name))
  const ids = holders.map(({ attributes }) => attributes['id'] ?? '')
  return holders.flatMap((holder, index) => {
    const id = ids[index] ?? ''
    if (id === '') return [faultAt(holder, `<${holder.name}> 缺少 id。`)]
    if ([...id].length > 125) return [faultAt(holder, `<${holder.name}> 的 id 超过 125 个字符。`)]
    return ids.indexOf(id) < index ? [faultAt(holder, `id “${id}” 用了两次。`)] : []
  })
}

function iconFaults(
  icon: XmlElement,
  pictures: ReadonlyMap<string | undefined, XmlElement>,
  surroundings: Surroundings,
): Fault[] {
  const sizes = icon.children.map(({ attributes }) => Number(attributes['size']))
  const missing = needed.filter((size) => !sizes.includes(size))
  const wrong = icon.children.filter((_image, index) => !possible.includes(sizes[index] ?? 0))
  return [
    ...missing.map((size) => faultAt(icon, `<Icon> 缺少 ${size}×${size} 的图标；必须有 ${needed.join('、')}。`)),
    ...wrong.map((image) =>
      faultAt(image, `图标尺寸 “${image.attributes['size'] ?? ''}” 不能用；可用 ${possible.join('、')}。`),
    ),
    ...icon.children.flatMap((image, index) => {
      const picture = pictures.get(image.attributes['resid'])
      return picture ? pictureFaults(picture, sizes[index] ?? 0, surroundings) : []
    }),
  ]
}

function actionFaults(action: XmlElement, all: readonly XmlElement[]): Fault[] {
  const has = (name: string) => action.children.some((child) => child.name === name)
  switch (action.attributes['type']) {
    case 'ShowTaskpane':
      return has('SourceLocation') ? [] : [faultAt(action, 'ShowTaskpane 缺少 <SourceLocation>。')]
    case 'ExecuteFunction':
      return [
        ...(has('FunctionName') ? [] : [faultAt(action, 'ExecuteFunction 缺少 <FunctionName>。')]),
        ...(all.some(({ name }) => name === 'FunctionFile')
          ? []
          : [faultAt(action, 'ExecuteFunction 需要 <DesktopFormFactor> 里有 <FunctionFile>。')]),
      ]
    default:
      return [faultAt(action, '<Action> 的 xsi:type 应为 ShowTaskpane 或 ExecuteFunction。')]
  }
}

function setFaults(set: XmlElement): Fault[] {
  const known = set.attributes['Name'] !== undefined && /^\d+\.\d+$/.test(set.attributes['MinVersion'] ?? '')
  return known ? [] : [faultAt(set, '<Set> 应有 Name 和形如 1.9 的 MinVersion。')]
}
