import { checkMemory, itemMemory, readingMemory, recognitionMemory } from '@kaohe/shared-rules'
import type { FillingMemory } from './filling.ts'

export const fillingMemory = (): FillingMemory => ({
  recognition: recognitionMemory(),
  reading: readingMemory(),
  checks: checkMemory(),
  items: itemMemory(),
})
