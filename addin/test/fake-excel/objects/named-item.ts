import { parseArea } from '../area.ts'
import type { Stage } from '../change.ts'
import { HostError, invalidArgument, itemNotFound } from '../host-error.ts'
import { findSheet, type FakeName } from '../model.ts'
import { isHostObject, type HostObject } from './host-object.ts'
import { range } from './range.ts'

/** Excel.NamedItemCollection of the workbook. Names of one sheet only are not among them. */
export function namedItemCollection(stage: Stage): HostObject {
  const { names } = stage.book
  const find = (key: string) => {
    const name = names.find((item) => item.name.toLowerCase() === key.toLowerCase())
    return name ? namedItem(stage, name) : undefined
  }
  return {
    type: 'NamedItemCollection',
    items: () => names.map((name) => namedItem(stage, name)),
    item: (key: string) => {
      const found = find(key)
      if (!found) throw itemNotFound()
      return found
    },
    look: { GetItemOrNullObject: (key: string) => find(key) ?? null },
    act: {
      Add: (name: string, reference: unknown) => {
        if (find(name)) throw new HostError('ItemAlreadyExists', `The name ${name} is taken.`)
        if (!/^[\p{L}_\\][\p{L}\p{N}_.\\]*$/u.test(name)) throw invalidArgument(`${name} is no name.`)
        if (!isHostObject(reference) || reference.place === undefined) throw invalidArgument('A range is needed.')
        const added = { name, refersTo: absolute(reference.place), visible: true }
        names.push(added)
        return namedItem(stage, added)
      },
    },
  }
}

function namedItem(stage: Stage, name: FakeName): HostObject {
  const target = () => {
    const quoted = /^(?:'((?:[^']|'')+)'|([^'!]+))!/.exec(name.refersTo)
    const sheet = findSheet(stage.book, quoted?.[1]?.replaceAll("''", "'") ?? quoted?.[2] ?? '')
    const area = parseArea(name.refersTo)
    return sheet && area ? range(stage, sheet, area) : null
  }
  return {
    type: 'NamedItem',
    id: name.name,
    place: name.name,
    get: {
      Name: () => name.name,
      Formula: () => `=${name.refersTo}`,
      Type: () => (target() ? 'Range' : 'Error'),
      Visible: () => name.visible,
    },
    set: { Visible: (visible: boolean) => void (name.visible = visible) },
    act: { Delete: () => void stage.book.names.splice(stage.book.names.indexOf(name), 1) },
    look: {
      GetRangeOrNullObject: target,
      GetRange: () => {
        const found = target()
        if (!found) throw new HostError('InvalidReference', 'This reference is not valid for the current operation.')
        return found
      },
    },
  }
}

function absolute(address: string): string {
  const cut = address.lastIndexOf('!') + 1
  return address.slice(0, cut) + address.slice(cut).replace(/([A-Z]+)(\d+)/g, '$$$1$$$2')
}
