import type { WaitingFile } from './kept-files.ts'
import { isAt, rowKey, type EvidencePlace, type IssuedNumbers } from './place.ts'

interface Strays {
  /** Files whose row is known, under another number or identity than was noted. */
  readonly moves: readonly { readonly file: WaitingFile; readonly to: EvidencePlace }[]
  /** Files whose row only a person knows. */
  readonly left: readonly WaitingFile[]
}

/** Where files belong that were kept for rows of a ledger, now that its rows are called so. */
export function strayFiles(
  files: readonly WaitingFile[],
  places: readonly EvidencePlace[],
  issued: IssuedNumbers,
): Strays {
  const moves: { file: WaitingFile; to: EvidencePlace }[] = []
  const left: WaitingFile[] = []
  for (const file of files) {
    const to = places.find((place) => isAt(place, file))
    const isNumbered = file.item !== null || (file.row !== null && issued.has(rowKey(file.row)))
    if (to) {
      // Somebody has typed the number in.
      if (!isNumbered && to.item !== null) moves.push({ file, to })
      continue
    }
    if (isNumbered && !file.refused) continue
    const namesakes = places.filter(({ title }) => title === file.title)
    const [only] = namesakes
    // Its date came later, say. One with a number is another project, as far as anybody can tell.
    if (only && namesakes.length === 1 && only.item === null && file.item === null) moves.push({ file, to: only })
    else left.push(file)
  }
  return { moves, left }
}
