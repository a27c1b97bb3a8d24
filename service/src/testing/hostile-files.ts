import { CFB, utils, write } from '@e965/xlsx'
import type { RefusalReason } from '../workbooks/reading/refusal.ts'
import { zipOf, type ZipPart } from './zip-of.ts'

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packageRelation = 'http://schemas.openxmlformats.org/package/2006/relationships'
const plainType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml'

interface Parts {
  /** Of the first sheet, beside or in place of its data. */
  readonly sheet?: ZipPart
  readonly workbook?: string
  readonly doctype?: string
  readonly type?: string
  readonly strings?: string
  /** More sheets, and where they lie. */
  readonly sheets?: string
  readonly relations?: string
  readonly more?: Readonly<Record<string, ZipPart>>
}

const sheetOf = (content: string) => `<worksheet xmlns="${main}">${content}</worksheet>`
const oneCell = '<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>'

/** The smallest workbook that Excel opens, with what is given in place of the usual. */
export function xlsxParts({
  sheet,
  workbook = '',
  doctype = '',
  type = plainType,
  strings = '',
  sheets = '',
  relations = '',
  more = {},
}: Parts = {}) {
  const ids = `xmlns="${packageRelation}"`
  return {
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${type}"/></Types>`,
    '_rels/.rels': `<Relationships ${ids}><Relationship Id="rId1" Type="${relation}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `${doctype}<workbook xmlns="${main}" xmlns:r="${relation}"><sheets><sheet name="表" sheetId="1" r:id="rId1"/>${sheets}</sheets>${workbook}</workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships ${ids}><Relationship Id="rId1" Type="${relation}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${relation}/sharedStrings" Target="sharedStrings.xml"/>${relations}</Relationships>`,
    'xl/sharedStrings.xml': `<sst xmlns="${main}">${strings}</sst>`,
    'xl/worksheets/sheet1.xml': sheet ?? sheetOf(oneCell),
    ...more,
  }
}

const megabyteOfSpaces = ' '.repeat(1024 * 1024)
const spaces: ZipPart = {
  before: `<worksheet xmlns="${main}"><sheetData>`,
  block: megabyteOfSpaces,
  times: 600,
  after: '</sheetData></worksheet>',
}
const threeMillionCells: ZipPart = {
  before: `<worksheet xmlns="${main}"><sheetData>`,
  block: `<row>${'<c><v>7</v></c>'.repeat(100)}</row>`.repeat(100),
  times: 300,
  after: '</sheetData></worksheet>',
}
const entities = [
  '<!DOCTYPE w [<!ENTITY a0 "考核">',
  ...Array.from({ length: 20 }, (_, i) => `<!ENTITY a${i + 1} "${`&a${i};`.repeat(10)}">`),
  ']>',
].join('')

function xls(
  change: (stream: Buffer) => Buffer = (stream) => stream,
  more: Readonly<Record<string, string>> = {},
): Buffer {
  const book = utils.book_new()
  utils.book_append_sheet(book, utils.aoa_to_sheet([['单位', 1]]), '表')
  const plain = CFB.read(write(book, { type: 'buffer', bookType: 'biff8' }) as Buffer, { type: 'buffer' })
  const stream = CFB.find(plain, 'Workbook')?.content ?? []
  const file = CFB.utils.cfb_new()
  CFB.utils.cfb_add(file, 'Workbook', change(Buffer.from(stream as Uint8Array)))
  for (const [name, content] of Object.entries(more)) CFB.utils.cfb_add(file, name, Buffer.from(content))
  return Buffer.from(CFB.write(file, { type: 'buffer' }) as Buffer)
}

function encryptedXlsx(): Buffer {
  const file = CFB.utils.cfb_new()
  CFB.utils.cfb_add(file, 'EncryptionInfo', Buffer.alloc(300))
  CFB.utils.cfb_add(file, 'EncryptedPackage', Buffer.alloc(9000, 7))
  return Buffer.from(CFB.write(file, { type: 'buffer' }) as Buffer)
}

/** Puts a record in after the stream's first one. */
const withRecord = (record: Buffer) => (stream: Buffer) => {
  const first = 4 + stream.readUInt16LE(2)
  return Buffer.concat([stream.subarray(0, first), record, stream.subarray(first)])
}
const filePass = Buffer.concat([Buffer.from([0x2f, 0, 54, 0, 1, 0]), Buffer.alloc(52)])
/** Cells of a whole row, three thousand times over: what they claim is far more than what they weigh. */
const rowsOfBlanks = Buffer.concat(
  Array<Buffer>(3000).fill(Buffer.concat([Buffer.from([0xbe, 0, 0x06, 0x02]), Buffer.alloc(518)])),
)

const whole = 'A1:XFD1048576'
const validation = `<dataValidations count="1"><dataValidation type="decimal" sqref="${whole}"><formula1>0</formula1></dataValidation></dataValidations>`

/** Files that hang or crash the usual libraries, or should not be opened at all, and what becomes of each: read, or why not. */
export const hostileFiles: Readonly<
  Record<string, () => { readonly file: Buffer; readonly expected: 'read' | RefusalReason }>
> = {
  'a validation over the whole sheet': () => ({
    file: zipOf(xlsxParts({ sheet: sheetOf(oneCell + validation) })),
    expected: 'read',
  }),
  'a name over the whole sheet': () => ({
    file: zipOf(
      xlsxParts({
        workbook: `<definedNames><definedName name="all">表!$A$1:$XFD$1048576</definedName></definedNames>`,
      }),
    ),
    expected: 'read',
  }),
  'a merge over the whole sheet': () => ({
    file: zipOf(xlsxParts({ sheet: sheetOf(`${oneCell}<mergeCells><mergeCell ref="${whole}"/></mergeCells>`) })),
    expected: 'read',
  }),
  'one cell at XFD1048576': () => ({
    file: zipOf(
      xlsxParts({ sheet: sheetOf('<sheetData><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>') }),
    ),
    expected: 'read',
  }),
  'three million cells': () => ({ file: zipOf(xlsxParts({ sheet: threeMillionCells })), expected: 'too-much-inside' }),
  '600 MB of spaces': () => ({ file: zipOf(xlsxParts({ sheet: spaces })), expected: 'too-much-inside' }),
  '600 MB of spaces that claim to be 1,000 bytes': () => ({
    file: zipOf(xlsxParts({ sheet: spaces }), { size: 1000 }),
    expected: 'too-much-inside',
  }),
  'one long text in many cells': () => ({
    file: zipOf(
      xlsxParts({
        strings: `<si><t>${'长'.repeat(30_000)}</t></si>`,
        sheet: sheetOf(`<sheetData>${`<row>${'<c t="s"><v>0</v></c>'.repeat(100)}</row>`.repeat(1000)}</sheetData>`),
      }),
    ),
    expected: 'too-many-cells',
  }),
  'cells far out in every row': () => ({
    file: zipOf(
      xlsxParts({
        sheet: sheetOf(
          `<sheetData>${Array.from({ length: 9000 }, (_, i) => `<row r="${i + 1}"><c r="SR${i + 1}"><v>1</v></c></row>`).join('')}</sheetData>`,
        ),
      }),
    ),
    expected: 'too-many-cells',
  }),
  'tags nested a hundred thousand deep': () => ({
    file: zipOf(xlsxParts({ sheet: sheetOf('<a>'.repeat(100_000) + '</a>'.repeat(100_000)) })),
    expected: 'damaged',
  }),
  'an entity bomb': () => ({
    file: zipOf(xlsxParts({ doctype: entities, workbook: '<a>&a20;</a>' })),
    expected: 'entities',
  }),
  macros: () => ({ file: zipOf(xlsxParts({ more: { 'xl/vbaProject.bin': 'macros' } })), expected: 'macro' }),
  'the type of a workbook with macros': () => ({
    file: zipOf(xlsxParts({ type: 'application/vnd.ms-excel.sheet.macroEnabled.main+xml' })),
    expected: 'macro',
  }),
  'a binary workbook': () => ({
    file: zipOf(xlsxParts({ type: 'application/vnd.ms-excel.sheet.binary.macroEnabled.main' })),
    expected: 'macro',
  }),
  'an OpenDocument sheet': () => ({
    file: zipOf({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet', 'content.xml': '<a/>' }),
    expected: 'other-format',
  }),
  'a password of the zip kind': () => ({ file: zipOf(xlsxParts(), { encrypted: true }), expected: 'password' }),
  'a password': () => ({ file: encryptedXlsx(), expected: 'password' }),
  'an .xls with a password': () => ({ file: xls(withRecord(filePass)), expected: 'password' }),
  'an .xls with macros': () => ({ file: xls(undefined, { '/_VBA_PROJECT_CUR/VBA/dir': 'macros' }), expected: 'macro' }),
  'an .xls with millions of blank cells': () => ({ file: xls(withRecord(rowsOfBlanks)), expected: 'too-many-cells' }),
  'an .xls whose sectors run in a ring': () => {
    const file = xls()
    // The table of sectors begins with the first sector; each leads to itself.
    const table = 512 * (1 + file.readUInt32LE(76))
    for (let index = 0; index < 8; index += 1) file.writeUInt32LE(index, table + index * 4)
    return { file, expected: 'damaged' }
  },
  'only its first half': () => ({ file: halfOf(zipOf(xlsxParts())), expected: 'damaged' }),
  'only its first half, being an .xls': () => ({ file: halfOf(xls()), expected: 'damaged' }),
  'a flipped bit': () => {
    const file = zipOf(xlsxParts())
    file[file.lastIndexOf('xl/worksheets') - 300] = (file[file.lastIndexOf('xl/worksheets') - 300] ?? 0) ^ 4
    return { file, expected: 'damaged' }
  },
  'no workbook at all': () => ({ file: Buffer.from('单位,数\r\n新兴街道,1\r\n'), expected: 'not-a-workbook' }),
  nothing: () => ({ file: Buffer.alloc(0), expected: 'not-a-workbook' }),
  'a picture in a zip': () => ({ file: zipOf({ 'a.png': 'png' }), expected: 'not-a-workbook' }),
}

const halfOf = (file: Buffer): Buffer => file.subarray(0, file.length >> 1)
