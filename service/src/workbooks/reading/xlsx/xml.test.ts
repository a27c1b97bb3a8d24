import fc from 'fast-check'
import { SaxesParser } from 'saxes'
import { describe, expect, it } from 'vitest'
import { Refusal } from '../refusal.ts'
import { walkXml } from './xml.ts'

type Heard = readonly (readonly [kind: string, what: unknown])[]

/** Texts that follow one another are one: how a walk cuts them is its own affair. */
function listening() {
  const heard: [kind: string, what: unknown][] = []
  return {
    heard,
    listener: {
      open: (name: string, attributes: () => object) => void heard.push(['open', [name, { ...attributes() }]]),
      close: (name: string) => void heard.push(['close', name]),
      text: (text: string) => {
        const last = heard.at(-1)
        if (last?.[0] === 'text') last[1] = `${String(last[1])}${text}`
        else if (text !== '') heard.push(['text', text])
      },
    },
  }
}

function walked(xml: string | Buffer): Heard | string {
  const { heard, listener } = listening()
  try {
    walkXml(Buffer.from(xml), 10_000, listener)
    return heard
  } catch (error) {
    if (error instanceof Refusal) return error.reason
    throw error
  }
}

/** The same by a parser that is slower, and strict to the letter. */
function strictly(xml: string): Heard | null {
  const { heard, listener } = listening()
  const parser = new SaxesParser({ xmlns: false, position: false })
  const local = (name: string) => name.slice(name.indexOf(':') + 1)
  let depth = 0
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ name, attributes }) => {
    depth += 1
    listener.open(local(name), () => attributes)
  })
  parser.on('closetag', ({ name }) => {
    depth -= 1
    listener.close(local(name))
  })
  const text = (piece: string) => {
    if (depth > 0) listener.text(piece)
  }
  parser.on('text', text)
  parser.on('cdata', text)
  try {
    parser.write(xml).close()
    return heard
  } catch {
    return null
  }
}

const name = fc.constantFrom('c', 'row', 'x:v', 't', 'is', 'extLst')
const character = fc.constantFrom(
  '1',
  '２',
  '，',
  '街道',
  ' ',
  '\n',
  '\r\n',
  '\r',
  '\t',
  "'",
  '>',
  ']',
  '_x000A_',
  '😀',
)
const reference = fc.constantFrom('&amp;', '&lt;', '&gt;', '&quot;', '&apos;', '&#65;', '&#x8857;', '&#x1F600;')
const words = fc.array(fc.oneof(character, reference), { maxLength: 4 }).map((pieces) => pieces.join(''))
const aside = fc.constantFrom('<!-- <c> & -->', '<?mso x?>', '<![CDATA[<c r="A1">&amp;]]>', '<![CDATA[]]>')
const blank = fc.constantFrom(' ', '\n', '\r\n\t ')
const attributes = fc
  .uniqueArray(fc.tuple(fc.constantFrom('r', 's', 'x:t', 'xml:space'), words, blank), {
    selector: ([key]) => key,
    maxLength: 3,
  })
  .map((each) => each.map(([key, value, space]) => `${space}${key}="${value}"`).join(''))
const { element } = fc.letrec<{ element: string; content: string }>((tie) => ({
  content: fc
    .array(fc.oneof({ depthSize: 'small' }, words, aside, tie('element')), { maxLength: 4 })
    .map((each) => each.join('')),
  element: fc.oneof(
    { depthSize: 'small' },
    fc.tuple(name, attributes, blank).map(([tag, has, space]) => `<${tag}${has}${space}/>`),
    fc
      .tuple(name, attributes, tie('content'), blank)
      .map(([tag, has, content, space]) => `<${tag}${has}>${content}</${tag}${space}>`),
  ),
}))
const document = fc
  .tuple(
    fc.constantFrom('', '<?xml version="1.0" encoding="UTF-8"?>\r\n'),
    element,
    fc.constantFrom('', '\n', '<!-- end -->'),
  )
  .map((parts) => parts.join(''))
  .filter((xml) => strictly(xml) !== null)

describe('a walk through a part', () => {
  it('hears what a strict parser hears', () => {
    fc.assert(
      fc.property(document, (xml) => {
        expect(walked(xml)).toEqual(strictly(xml))
      }),
      { numRuns: 500 },
    )
  })

  it('hears it of a part that was altered in one place, too, or refuses it', () => {
    const alteration = fc.tuple(
      document,
      fc.nat(),
      fc.constantFrom('', '<', '>', '"', '&', '/', '=', ' ', ']', '!', 'c'),
    )
    fc.assert(
      fc.property(alteration, ([xml, place, character]) => {
        const characters = [...xml]
        const altered = characters.with(place % characters.length, character).join('')
        const expected = strictly(altered)
        const actual = walked(altered)
        if (expected !== null && typeof actual !== 'string') expect(actual).toEqual(expected)
      }),
      { numRuns: 2000 },
    )
  })

  it.each([
    ['a document type', '<!DOCTYPE w><w/>', 'entities'],
    ['a document type of its own entities', '<!DOCTYPE w [<!ENTITY a "b">]><w>&a;</w>', 'entities'],
    ['an entity that XML does not have', '<w>&a;</w>', 'damaged'],
    ['an entity without an end', '<w>a & b</w>', 'damaged'],
    ['a character that XML does not bear', '<w>&#0;</w>', 'damaged'],
    ['half a character', '<w>&#xD83D;</w>', 'damaged'],
    ['tags that cross', '<w><a></w></a>', 'damaged'],
    ['an element that never ends', '<w><a>', 'damaged'],
    ['two roots', '<w/><w/>', 'damaged'],
    ['text outside of the root', '<w/>text', 'damaged'],
    ['the same attribute twice', '<c r="A1" r="A2"/>', 'damaged'],
    ['an attribute without quotes', '<c r=A1/>', 'damaged'],
    ['nothing in it', '', 'damaged'],
    ['more elements than are looked at', `<w>${'<c/>'.repeat(10_000)}</w>`, 'too-many-cells'],
    ['elements too deep within one another', `${'<w>'.repeat(101)}${'</w>'.repeat(101)}`, 'damaged'],
  ])('refuses %s', (_, xml, reason) => {
    expect(walked(xml)).toBe(reason)
  })

  it('refuses bytes that are no text', () => {
    expect(walked(Buffer.from([0x3c, 0x77, 0xff, 0x2f, 0x3e]))).toBe('damaged')
  })

  it('hears a line end as one character wherever it stands', () => {
    expect(walked('<w>1\r\n<![CDATA[&amp;\r\n2\r]]></w>')).toMatchObject([{}, ['text', '1\n&amp;\n2\n'], {}])
  })

  it('reads UTF-16 by its mark', () => {
    expect(walked(Buffer.from('\ufeff<w>街道</w>', 'utf16le'))).toEqual([
      ['open', ['w', {}]],
      ['text', '街道'],
      ['close', 'w'],
    ])
  })
})
