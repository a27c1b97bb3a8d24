import type { ReadLimits } from '../limits.ts'
import { Refusal } from '../refusal.ts'
import type { Zip } from '../zip.ts'
import { knownParts } from './known-parts.ts'
import { attribute, isOn, walkXml } from './xml.ts'

/** What the workbook part says: its sheets with the parts they lie in, names, and the calendar its dates count in. */
export interface WorkbookPart {
  readonly sheets: readonly { readonly name: string; readonly hidden: boolean; readonly part: string }[]
  readonly names: Readonly<Record<string, string>>
  readonly is1904: boolean
  readonly strings: string | null
  readonly styles: string | null
}

interface Relation {
  readonly type: string
  readonly part: string
}

const MACRO = /vbaProject|macroEnabled|xlMacrosheet/i

/** Reads the workbook part, wherever the package says it lies, and refuses what is no plain .xlsx. */
export function readWorkbookPart(zip: Zip, limits: ReadLimits): WorkbookPart {
  const types = contentTypes(zip, limits)
  const main = relations(zip, '', limits).find(({ type }) => type.endsWith('/officeDocument'))?.part
  const part = main === undefined ? undefined : zip.part(main)
  if (!types || main === undefined)
    throw new Refusal(zip.names.includes('mimetype') ? 'other-format' : 'not-a-workbook')
  if ([...zip.names, ...types].some((name) => MACRO.test(name))) throw new Refusal('macro')
  if (!part) throw new Refusal('damaged')
  if (!types.some((type) => /spreadsheetml\.(?:sheet|template)\.main/.test(type))) {
    throw new Refusal(types.some((type) => type.includes('ms-excel.sheet.binary')) ? 'other-format' : 'not-a-workbook')
  }
  const related = new Map<string, Relation>()
  for (const { id, ...relation } of relations(zip, main, limits)) related.set(id, relation)
  const ofType = (kind: string) => [...related.values()].find(({ type }) => type.endsWith(kind))?.part ?? null
  return { ...readSheets(part, related, limits), strings: ofType('/sharedStrings'), styles: ofType('/styles') }
}

/** The types of the parts there are; a type for an extension alone says nothing of what is in the file. */
function contentTypes(zip: Zip, limits: ReadLimits): readonly string[] | undefined {
  const part = zip.part('[Content_Types].xml')
  return part && typesIn(part, limits)
}

const typesIn = knownParts((part, { elements }): readonly string[] => {
  const found: string[] = []
  walkXml(part, elements, {
    open: (name, attributes) => {
      if (name === 'Override') found.push(attributes()['ContentType'] ?? '')
    },
  })
  return found
})

/** Where a part's relations lead, as names in the package. */
function relations(zip: Zip, owner: string, limits: ReadLimits): readonly (Relation & { readonly id: string })[] {
  const slash = owner.lastIndexOf('/')
  const folder = owner.slice(0, slash + 1)
  const part = zip.part(`${folder}_rels/${owner.slice(slash + 1)}.rels`)
  if (!part) return []
  return targetsIn(part, limits).map(({ id, type, target }) => {
    return { id, type, part: target.startsWith('/') ? target.slice(1) : joined(folder, target) }
  })
}

interface Target {
  readonly id: string
  readonly type: string
  readonly target: string
}

const targetsIn = knownParts((part, { elements }): readonly Target[] => {
  const found: Target[] = []
  walkXml(part, elements, {
    open: (name, attributes) => {
      if (name !== 'Relationship') return
      const { Id: id, Type: type, Target: target, TargetMode: mode } = attributes()
      if (id === undefined || target === undefined || mode === 'External') return
      found.push({ id, type: type ?? '', target })
    },
  })
  return found
})

function joined(folder: string, target: string): string {
  const steps: string[] = []
  for (const step of `${folder}${target}`.split('/')) {
    if (step === '..') steps.pop()
    else if (step !== '.' && step !== '') steps.push(step)
  }
  return steps.join('/')
}

function readSheets(
  part: Buffer,
  related: ReadonlyMap<string, Relation>,
  limits: ReadLimits,
): Pick<WorkbookPart, 'sheets' | 'names' | 'is1904'> {
  const { sheets, names, is1904 } = listed(part, limits)
  const found = sheets.flatMap(({ id, name, hidden }) => {
    const { type, part: at } = related.get(id) ?? { type: '', part: '' }
    // Chart sheets hold no cells.
    return type.endsWith('/worksheet') ? [{ name, hidden, part: at }] : []
  })
  if (found.length > limits.sheets) throw new Refusal('too-many-cells')
  return { sheets: found, names, is1904 }
}

interface Listed {
  readonly sheets: readonly { readonly id: string; readonly name: string; readonly hidden: boolean }[]
  readonly names: WorkbookPart['names']
  readonly is1904: boolean
}

const listed = knownParts((part, limits): Listed => {
  const sheets: Listed['sheets'][number][] = []
  const names: Record<string, string> = Object.create(null) as Record<string, string>
  let count = 0
  let is1904 = false
  let name: string | undefined
  let reference = ''
  walkXml(part, limits.elements, {
    open: (element, attributes) => {
      if (element === 'workbookPr') is1904 = isOn(attributes()['date1904'])
      if (element === 'sheet') {
        const told = attributes()
        const hidden = (told['state'] ?? 'visible') !== 'visible'
        sheets.push({ id: attribute(told, 'id') ?? '', name: told['name'] ?? '', hidden })
      }
      // A name of one sheet's own is none of ours.
      if (element === 'definedName') {
        const told = attributes()
        name = 'localSheetId' in told ? undefined : told['name']
      }
      reference = ''
    },
    text: (text) => {
      if (name !== undefined) reference += text
    },
    close: (element) => {
      if (element !== 'definedName') return
      count += 1
      if (name !== undefined && reference.length <= 500 && count <= limits.names) names[name] = reference
      name = undefined
    },
  })
  return { sheets, names: { ...names }, is1904 }
})
