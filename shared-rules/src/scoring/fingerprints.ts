import type { UnitFacts } from '../facts.ts'
import { fingerprint } from '../hashing/fingerprint.ts'
import type { Pack } from '../pack/pack.ts'
import type { UnitResult } from './result.ts'

const hashes = new WeakMap<Pack, string>()

/** The fingerprint of a pack's content: the same wherever and in whatever key order it is stored. */
export function packHash(pack: Pack): string {
  const known = hashes.get(pack)
  if (known !== undefined) return known
  const hash = fingerprint(pack)
  hashes.set(pack, hash)
  return hash
}

/** What went in (pack and facts) and what came out, so that two places can show that they agree. SHA-256 in hex. */
export interface Fingerprints {
  readonly inputs: string
  readonly result: string
}

/** Taken in the pane and again in the service; a receipt says that they were equal. Where a fact came from is in neither. */
export function fingerprints(pack: Pack, { origins: _, ...facts }: UnitFacts, result: UnitResult): Fingerprints {
  return {
    inputs: fingerprint({ pack: packHash(pack), facts }),
    result: fingerprint({
      ...result,
      indicators: result.indicators.map(({ inputs: _, conventions: __, ...each }) => each),
    }),
  }
}
