import { inflateRawSync } from 'node:zlib'
import { fromA1, type CellValue, type SheetSnapshot, type WorkbookSnapshot } from '@kaohe/shared-rules'

/**
 * Reads back what a workbook of ours holds, straight from its XML and without the library that wrote it. For tests:
 * it trusts its input.
 */
export function xlsxSnapshot(bytes: Uint8Array): WorkbookSnapshot {
  const parts = xlsxParts(bytes)
  const part = (name: string) => parts.get(name) ?? ''
  const strings = [...part('xl/sharedStrings.xml').matchAll(/<si>(.*?)<\/si>/gs)].map(([, item = '']) => textIn(item))
  const targets = new Map(
    [...part('xl/_rels/workbook.xml.rels').matchAll(/<Relationship [^>]*>/g)].map(([tag]) => [
      attribute(tag, 'Id'),
      attribute(tag, 'Target'),
    ]),
  )
  const book = part('xl/workbook.xml')
  return {
    sheets: [...book.matchAll(/<sheet [^>]*>/g)].map(([tag]) => {
      const target = targets.get(attribute(tag, 'r:id')) ?? ''
      return sheetSnapshot(decoded(attribute(tag, 'name')), part(`xl/${target.replace(/^\/?xl\//, '')}`), strings)
    }),
    names: Object.fromEntries(
      [...book.matchAll(/<definedName ([^>]*)>([^<]*)<\/definedName>/g)]
        .filter(([, attributes = '']) => !attributes.includes('localSheetId'))
        .map(([tag, , reference = '']) => [attribute(tag, 'name'), decoded(reference)]),
    ),
  }
}

/** The text parts of a zip file by name. */
export function xlsxParts(bytes: Uint8Array): ReadonlyMap<string, string> {
  const file = Buffer.from(bytes)
  const end = file.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]))
  const parts = new Map<string, string>()
  let entry = file.readUInt32LE(end + 16)
  for (let left = file.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [method, size] = [file.readUInt16LE(entry + 10), file.readUInt32LE(entry + 20)]
    const [name, extra, comment] = [28, 30, 32].map((offset) => file.readUInt16LE(entry + offset))
    const local = file.readUInt32LE(entry + 42)
    const data = local + 30 + file.readUInt16LE(local + 26) + file.readUInt16LE(local + 28)
    const stored = file.subarray(data, data + size)
    const text = (method === 0 ? stored : inflateRawSync(stored)).toString('utf8')
    parts.set(file.toString('utf8', entry + 46, entry + 46 + (name ?? 0)), text)
    entry += 46 + (name ?? 0) + (extra ?? 0) + (comment ?? 0)
  }
  return parts
}

function sheetSnapshot(name: string, xml: string, strings: readonly string[]): SheetSnapshot {
  const values: CellValue[][] = []
  for (const [, tag = '', content = ''] of xml.matchAll(/<c ([^>]*?)(?:\/>|>(.*?)<\/c>)/gs)) {
    const place = fromA1(attribute(`<c ${tag}>`, 'r'))
    if (!place) continue
    while (values.length <= place.row) values.push([])
    const row = values[place.row] ?? []
    while (row.length <= place.column) row.push('')
    row[place.column] = valueOf(attribute(`<c ${tag}>`, 't'), content, strings)
  }
  const width = Math.max(0, ...values.map((row) => row.length))
  return { name, top: 0, left: 0, values: values.map((row) => [...row, ...Array(width - row.length).fill('')]) }
}

function valueOf(type: string, content: string, strings: readonly string[]): CellValue {
  const value = decoded(/<v[^>]*>(.*?)<\/v>/s.exec(content)?.[1] ?? '')
  if (type === 's') return strings[Number(value)] ?? ''
  if (type === 'inlineStr') return textIn(content)
  if (type === 'b') return value === '1'
  return type === 'str' || type === 'e' || value === '' ? value : Number(value)
}

const textIn = (xml: string) => [...xml.matchAll(/<t[^>]*>(.*?)<\/t>/gs)].map(([, text = '']) => decoded(text)).join('')

const attribute = (tag: string, name: string) => new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? ''

function decoded(text: string): string {
  return text
    .replace(/&#(x?)([0-9a-f]+);/gi, (_, hex: string, code: string) =>
      String.fromCodePoint(parseInt(code, hex ? 16 : 10)),
    )
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&')
}
