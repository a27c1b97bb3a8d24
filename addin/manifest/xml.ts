import { SaxesParser } from 'saxes'

export interface XmlElement {
  /** Local name; the manifest uses prefixes only to say which schema a name is from. */
  readonly name: string
  readonly namespace: string
  readonly line: number
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly XmlElement[]
  readonly text: string
}

type Growing = Omit<XmlElement, 'children' | 'text'> & { children: Growing[]; text: string }

export type ParsedXml =
  | { readonly ok: true; readonly root: XmlElement }
  | { readonly ok: false; readonly line: number; readonly message: string }

/** Reads a small document whole. Attributes go by local name, so `xsi:type` is `type`. */
export function parseXml(xml: string): ParsedXml {
  const parser = new SaxesParser({ xmlns: true })
  const open: Growing[] = []
  let root: Growing | undefined
  let fault: { line: number; message: string } | undefined
  parser.on('error', (error) => {
    fault ??= { line: parser.line, message: error.message }
  })
  parser.on('opentag', ({ local, uri, attributes }) => {
    const plain = Object.values(attributes).filter(({ prefix }) => prefix !== 'xmlns')
    const element: Growing = {
      name: local,
      namespace: uri,
      line: parser.line,
      attributes: Object.fromEntries(plain.map((attribute) => [attribute.local, attribute.value])),
      children: [],
      text: '',
    }
    open.at(-1)?.children.push(element)
    root ??= element
    open.push(element)
  })
  parser.on('text', (text) => {
    const element = open.at(-1)
    if (element) element.text += text.trim()
  })
  parser.on('closetag', () => void open.pop())
  parser.write(xml).close()
  if (fault) return { ok: false, ...fault }
  return root ? { ok: true, root } : { ok: false, line: 1, message: 'empty document' }
}

/** The element itself and everything in it. */
export function everyElement(element: XmlElement): XmlElement[] {
  return [element, ...element.children.flatMap(everyElement)]
}
