import { Refusal } from '../refusal.ts'

/** The streams and storages of an OLE file (.xls, and an .xlsx with a password) by name. */
export interface Compound {
  readonly names: readonly string[]
  stream(name: string): Buffer | undefined
}

interface Entry {
  readonly name: string
  readonly start: number
  readonly size: number
}

const FREE = 0xfffffffa
const SMALL = 4096
const ENTRY = 128
const ROOT = 5
const STREAM = 2

/** Opens an OLE file. Chains of sectors are followed no further than the file is long, so that a ring of them ends. */
export function openCompound(file: Buffer): Compound {
  const sectorSize = 1 << file.readUInt16LE(30)
  if (sectorSize !== 512 && sectorSize !== 4096) throw new Refusal('damaged')
  const sector = (index: number): Buffer => {
    const at = (index + 1) * sectorSize
    if (at >= file.length) throw new Refusal('damaged')
    return file.subarray(at, at + sectorSize)
  }
  const most = Math.ceil(file.length / sectorSize)
  const fat = words(tableSectors(file, sector, most).map(sector))
  const directory = Buffer.concat(chain(file.readUInt32LE(48), fat, most).map(sector))
  if (directory.length % sectorSize !== 0) throw new Refusal('damaged')
  const entries = readEntries(directory)
  const root = entries.find(({ kind }) => kind === ROOT)
  const miniFat = words(chain(file.readUInt32LE(60), fat, most).map(sector))
  let miniStream: Buffer | undefined
  const small = (): Buffer => (miniStream ??= Buffer.concat(chain(root?.start ?? FREE, fat, most).map(sector)))

  function content({ start, size }: Entry): Buffer {
    if (size > file.length) throw new Refusal('damaged')
    const pieces =
      size < SMALL
        ? chain(start, miniFat, most * (sectorSize / 64)).map((index) => small().subarray(index * 64, index * 64 + 64))
        : chain(start, fat, most).map(sector)
    const whole = Buffer.concat(pieces)
    if (whole.length < size) throw new Refusal('damaged')
    return whole.subarray(0, size)
  }

  return {
    names: entries.map(({ name }) => name),
    stream(name) {
      const entry = entries.find((each) => each.kind === STREAM && each.name.toLowerCase() === name.toLowerCase())
      return entry && content(entry)
    },
  }
}

/** The sectors that hold the allocation table: 109 of them in the header, the rest in a chain of its own. */
function tableSectors(file: Buffer, sector: (index: number) => Buffer, most: number): readonly number[] {
  const found = words([file.subarray(76, 512)])
  let next = file.readUInt32LE(68)
  for (let steps = 0; next < FREE && steps <= most; steps += 1) {
    const more = words([sector(next)])
    found.push(...more.slice(0, -1))
    next = more.at(-1) ?? FREE
  }
  return found.filter((index) => index < FREE).slice(0, most)
}

function chain(start: number, table: readonly number[], most: number): readonly number[] {
  const found: number[] = []
  for (let at = start; at < FREE; at = table[at] ?? FREE) {
    if (found.length > most) throw new Refusal('damaged')
    found.push(at)
  }
  return found
}

function words(sectors: readonly Buffer[]): number[] {
  return sectors.flatMap((part) => Array.from({ length: part.length >> 2 }, (_, index) => part.readUInt32LE(index * 4)))
}

function readEntries(directory: Buffer): readonly (Entry & { readonly kind: number })[] {
  return Array.from({ length: Math.floor(directory.length / ENTRY) }, (_, index) => {
    const entry = directory.subarray(index * ENTRY, (index + 1) * ENTRY)
    const length = Math.min(64, entry.readUInt16LE(64))
    return {
      name: entry.toString('utf16le', 0, Math.max(0, length - 2)),
      kind: entry[66] ?? 0,
      start: entry.readUInt32LE(116),
      size: entry.readUInt32LE(120),
    }
  }).filter(({ kind }) => kind !== 0)
}
