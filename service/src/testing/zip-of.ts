import { constants, crc32, deflateRawSync } from 'node:zlib'

/** A part of a zip file: text, or a block of text repeated so often that nobody would write it out. */
export type ZipPart =
  | string
  | Uint8Array
  | { readonly before: string; readonly block: string; readonly times: number; readonly after: string }

interface Lies {
  /** What the headers say of every part's size, and of its checksum. */
  readonly size?: number
  readonly encrypted?: boolean
}

/** Writes a zip file, honestly or not. */
export function zipOf(
  parts: Readonly<Record<string, ZipPart>>,
  { size: claimed, encrypted = false }: Lies = {},
): Buffer {
  const locals: Buffer[] = []
  const central: Buffer[] = []
  let offset = 0
  for (const [name, part] of Object.entries(parts)) {
    const { data, size, checksum } = deflated(part)
    const fields = Buffer.alloc(26)
    fields.writeUInt16LE(20, 0)
    fields.writeUInt16LE(encrypted ? 1 : 0, 2)
    fields.writeUInt16LE(8, 4)
    fields.writeUInt32LE(checksum, 10)
    fields.writeUInt32LE(data.length, 14)
    fields.writeUInt32LE((claimed ?? size) >>> 0, 18)
    fields.writeUInt16LE(Buffer.byteLength(name), 22)
    const local = Buffer.concat([Buffer.from([0x50, 0x4b, 3, 4]), fields, Buffer.from(name), data])
    const entry = Buffer.alloc(14)
    entry.writeUInt32LE(offset, 10)
    central.push(Buffer.concat([Buffer.from([0x50, 0x4b, 1, 2, 20, 0]), fields, entry, Buffer.from(name)]))
    locals.push(local)
    offset += local.length
  }
  const directory = Buffer.concat(central)
  const end = Buffer.alloc(22)
  end.set([0x50, 0x4b, 5, 6])
  end.writeUInt16LE(central.length, 8)
  end.writeUInt16LE(central.length, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...locals, directory, end])
}

function deflated(part: ZipPart): { readonly data: Buffer; readonly size: number; readonly checksum: number } {
  if (typeof part === 'string' || part instanceof Uint8Array) {
    const content = Buffer.from(part)
    return { data: deflateRawSync(content), size: content.length, checksum: crc32(content) }
  }
  // A block that is flushed to a whole byte can be repeated as it is.
  const piece = (text: string) => deflateRawSync(text, { finishFlush: constants.Z_FULL_FLUSH })
  const block = piece(part.block)
  const data = Buffer.concat([piece(part.before), ...Array<Buffer>(part.times).fill(block), deflateRawSync(part.after)])
  return { data, size: part.before.length + part.block.length * part.times + part.after.length, checksum: 0 }
}
