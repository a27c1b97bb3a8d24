import type { ReadLimits } from '../limits.ts'
import { inStretches, type Stretch } from './stretches.ts'
import { unescaped, walkXml } from './xml.ts'

/** The texts that cells refer to by number: runs of rich text joined, readings (拼音) left out. */
export const readSharedStrings = (part: Buffer, limits: ReadLimits): readonly string[] => texts(part, limits).flat()

const texts = inStretches('si', (part, most): Stretch<readonly string[]> => {
  const strings: string[] = []
  let text = ''
  let listening = false
  let inReading = false
  const elements = walkXml(part, most, {
    open: (name) => {
      if (name === 'si') text = ''
      else if (name === 'rPh') inReading = true
      else listening = name === 't' && !inReading
    },
    text: (piece) => {
      if (listening) text += piece
    },
    close: (name) => {
      if (name === 't') listening = false
      else if (name === 'rPh') inReading = false
      else if (name === 'si') strings.push(unescaped(text))
    },
  })
  return { elements, read: strings }
})
