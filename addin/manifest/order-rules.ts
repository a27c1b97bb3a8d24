import { everyElement, type XmlElement } from './xml.ts'
import { type Fault, faultAt } from './fault.ts'

/** Children in the order Office demands: `!` must be there, `*` may come again. */
const orders: Readonly<Record<string, string>> = {
  OfficeApp:
    'Id! AlternateId Version! ProviderName! DefaultLocale! DisplayName! Description! IconUrl! HighResolutionIconUrl! SupportUrl! AppDomains Hosts! Requirements DefaultSettings! Permissions! VersionOverrides',
  VersionOverrides: 'Description Requirements Hosts! Resources! VersionOverrides',
  'Hosts>Host': 'DesktopFormFactor MobileFormFactor AllFormFactors',
  DesktopFormFactor: 'GetStarted FunctionFile ExtensionPoint!*',
  GetStarted: 'Title! Description! LearnMoreUrl!',
  CustomTab: 'Group!* Label!',
  OfficeTab: 'Group!*',
  Group: 'Label! Icon! Control!*',
  Control: 'Label! Supertip! Icon! Action!',
  Supertip: 'Title! Description!',
  Icon: 'Image!*',
  Action: 'TaskpaneId SourceLocation FunctionName Title',
  Resources: 'Images! Urls! ShortStrings! LongStrings!',
  DefaultSettings: 'SourceLocation! RequestedWidth RequestedHeight',
}

/** Unknown, missing, repeated and misplaced elements. Office ignores most of them without a word. */
export function orderFaults(root: XmlElement): Fault[] {
  return everyElement(root).flatMap((element) => {
    const order =
      orders[element.name] ??
      (element.name === 'Host' && element.children.length > 0 ? orders['Hosts>Host'] : undefined)
    return order === undefined ? [] : childFaults(element, order)
  })
}

function childFaults(element: XmlElement, order: string): Fault[] {
  const allowed = order.split(' ').map((word) => ({
    name: word.replace(/[!*]/g, ''),
    required: word.includes('!'),
    many: word.includes('*'),
  }))
  const faults: Fault[] = []
  let reached = 0
  for (const child of element.children) {
    const index = allowed.findIndex(({ name }) => name === child.name)
    if (index < 0) {
      faults.push(faultAt(child, `<${element.name}> 里不能有 <${child.name}>，请删除。`))
    } else if (index < reached) {
      const names = allowed.map(({ name }) => name).join('、')
      faults.push(faultAt(child, `<${child.name}> 的位置不对：<${element.name}> 里的次序是 ${names}。`))
    } else {
      reached = index
    }
    const first = element.children.find(({ name }) => name === child.name)
    if (first !== child && allowed[index]?.many === false)
      faults.push(faultAt(child, `<${element.name}> 里 <${child.name}> 只能有一个。`))
  }
  const missing = allowed.filter(
    ({ name, required }) => required && !element.children.some((child) => child.name === name),
  )
  return [...faults, ...missing.map(({ name }) => faultAt(element, `<${element.name}> 缺少 <${name}>。`))]
}
