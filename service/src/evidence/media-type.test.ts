import { describe, expect, it } from 'vitest'
import { zipOf } from '../testing/zip-of.ts'
import { kindOf, nameFor } from './media-type.ts'

const latin = (text: string) => Buffer.from(text, 'latin1')
const ofd = zipOf({ 'OFD.xml': '<ofd:OFD/>', 'Doc_0/Document.xml': '' })

describe('what a file is', () => {
  it.each([
    ['a PDF', latin('%PDF-1.4\n'), 'application/pdf'],
    ['a photo', latin('\xff\xd8\xff\xe1Exif'), 'image/jpeg'],
    ['a picture', latin('\x89PNG\r\n\x1a\n\0\0'), 'image/png'],
    ['an OFD', ofd, 'application/ofd'],
    // Nothing of it is inflated, so that what it claims to hold is all the same.
    [
      'an OFD that inflates to a gigabyte',
      zipOf({ 'OFD.xml': '', 'a.xml': { before: '', block: '0'.repeat(1_000_000), times: 1000, after: '' } }),
      'application/ofd',
    ],
  ])('is seen in its bytes: %s', (_, bytes, mediaType) => {
    expect(kindOf(bytes)).toEqual({ mediaType })
  })

  it.each([
    ['nothing', latin(''), 'empty'],
    ['an old document of Word or WPS', latin('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'), 'office'],
    ['a workbook', zipOf({ '[Content_Types].xml': '', 'xl/workbook.xml': '' }), 'office'],
    ['a photo of a telephone', latin('\0\0\0\x18ftypheic\0\0'), 'heic'],
    ['a zip file of photos', zipOf({ '1.jpg': '\xff\xd8\xff' }), 'archive'],
    ['an OFD in a folder of a zip file', zipOf({ 'a/OFD.xml': '' }), 'archive'],
    ['an OFD with a password', zipOf({ 'OFD.xml': '' }, { encrypted: true }), 'archive'],
    ['a zip file of ten thousand and one', zipOf(manyParts(10_001)), 'archive'],
    ['a rar file', latin('Rar!\x1a\x07'), 'archive'],
    ['an OFD that was cut off', ofd.subarray(0, ofd.length - 30), 'damaged'],
    ['a page', latin('<!doctype html><script>'), 'other'],
    ['a PDF after something else', latin('MZ%PDF-1.4'), 'other'],
    ['a byte', latin('%'), 'other'],
  ])('is refused for what it is: %s', (_, bytes, refused) => {
    expect(kindOf(bytes)).toEqual({ refused })
  })
})

describe('the name of a file', () => {
  it.each([
    ['批复.pdf', '批复.pdf'],
    ['批复.PDF', '批复.PDF'],
    ['批复', '批复.pdf'],
    // Saved and opened, it would else be a page or a program.
    ['批复.html', '批复.html.pdf'],
    ['批复.pdf.exe', '批复.pdf.exe.pdf'],
    ['批复\u202Efdp.exe', '批复fdp.exe.pdf'],
    ['\u200b', '未命名.pdf'],
  ])('of a PDF called %j is %s', (name, kept) => {
    expect(nameFor('application/pdf', name)).toBe(kept)
  })

  it('may end in either way that photos do', () => {
    expect(nameFor('image/jpeg', '1.jpeg')).toBe('1.jpeg')
    expect(nameFor('image/jpeg', '1.png')).toBe('1.png.jpg')
  })
})

const manyParts = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, at) => [`${at}.xml`, '']))
