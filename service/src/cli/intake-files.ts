import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'

/** A file that came by mail, where it lies. */
export interface MailedFile {
  /** As it was asked for, or its place in the folder that was. */
  readonly path: string
  readonly name: string
  readonly bytes: Uint8Array<ArrayBuffer>
}

const isWorkbook = (name: string): boolean => /\.xlsx?$/i.test(name) && !name.startsWith('~$')

/** The files that are meant, folders standing for the workbooks in them; or the first place at which there is nothing. */
export function mailedFiles(
  paths: readonly string[],
): { readonly kind: 'found'; readonly paths: readonly string[] } | { readonly kind: 'nothing'; readonly path: string } {
  const found: string[] = []
  for (const path of paths) {
    const files = !existsSync(path) ? [] : statSync(path).isDirectory() ? workbooksIn(path) : [path]
    if (files.length === 0) return { kind: 'nothing', path }
    found.push(...files)
  }
  return { kind: 'found', paths: [...new Set(found)] }
}

const workbooksIn = (folder: string): readonly string[] =>
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && isWorkbook(entry.name))
    .map(({ name }) => join(folder, name))
    .toSorted()

/** Groups of files that one upload may hold; the files of a group are read when it is asked for. */
export function* uploadsOf(
  paths: readonly string[],
  { files: most, bytes: limit }: { readonly files: number; readonly bytes: number },
): Generator<readonly MailedFile[]> {
  let group: MailedFile[] = []
  let weight = 0
  for (const path of paths) {
    const bytes = new Uint8Array(readFileSync(path))
    if (group.length > 0 && (group.length === most || weight + bytes.length > limit)) {
      yield group
      group = []
      weight = 0
    }
    group.push({ path, name: basename(path), bytes })
    weight += bytes.length
  }
  if (group.length > 0) yield group
}
