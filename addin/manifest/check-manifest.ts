import { type Fault, faultAt, type Surroundings } from './fault.ts'
import { headFaults } from './head-rules.ts'
import { orderFaults } from './order-rules.ts'
import { resourceFaults } from './resource-rules.ts'
import { ribbonFaults } from './ribbon-rules.ts'
import { languageFaults } from './value-rules.ts'
import { everyElement, parseXml, type XmlElement } from './xml.ts'

/**
 * Everything in an add-in manifest that Office would refuse or silently leave out, in the order of its lines.
 * Microsoft's own validator works only by sending the manifest to Microsoft.
 */
export function checkManifest(xml: string, surroundings: Surroundings): readonly Fault[] {
  const parsed = parseXml(xml)
  if (!parsed.ok) return [{ line: parsed.line, message: `不是合格的 XML：${parsed.message}` }]
  const { root } = parsed
  const locale = root.children.find(({ name }) => name === 'DefaultLocale')?.text ?? ''
  const faults = [
    ...orderFaults(root),
    ...headFaults(root, surroundings),
    ...everyElement(root).flatMap((element) => languageFaults(element, locale)),
    ...ribbonFaults(root, surroundings),
    ...resourceFaults(root),
    ...originFaults(root),
  ]
  const told = new Map(faults.map((fault) => [`${fault.line} ${fault.message}`, fault]))
  return [...told.values()].sort((a, b) => a.line - b.line)
}

/** All addresses on one origin: the service replaces it as a whole when it hands the manifest out. */
function originFaults(root: XmlElement): Fault[] {
  const places = everyElement(root).filter(({ attributes }) => attributes['DefaultValue']?.startsWith('https://'))
  const originOf = (element: XmlElement) => /^https:\/\/[^/]+/.exec(element.attributes['DefaultValue'] ?? '')?.[0]
  const [first] = places
  const wanted = first && originOf(first)
  return places
    .filter((element) => originOf(element) !== wanted)
    .map((element) => faultAt(element, `地址应与其他地址同源（${wanted ?? ''}），发放清单时才能一并替换。`))
}
