import type { TownFigures, TownTargets } from '../testing/half-year-oracle.ts'

/** The towns the story is about; the other seven of the pool report nothing all year. */
export const towns = ['xinxing', 'heping', 'hebei', 'dongliang'] as const
export type Town = (typeof towns)[number]
/** Of the year: what was done by its middle, and by its end. */
export type Part = 'half' | 'year'
type ByTown<T> = Readonly<Record<Town, T>>

/** As issued, with the tax of 新兴街道 raised from 3600 by the second issue, which is taken from the office's annex. */
export const targets: ByTown<TownTargets> = {
  xinxing: {
    investment: '13000',
    newProjects: '1',
    reserves: '1',
    completions: '1',
    enclave: '5000',
    tax: '4100',
    funds: '3000',
  },
  heping: { investment: '12000', newProjects: '1', reserves: '1', enclave: '5000', tax: '3300', funds: '3000' },
  hebei: {
    investment: '12000',
    newProjects: '1',
    reserves: '1',
    completions: '1',
    enclave: '4000',
    tax: '2800',
    funds: '3000',
  },
  dongliang: {
    investment: '16000',
    newProjects: '2',
    largeProjects: '1',
    reserves: '2',
    completions: '1',
    enclave: '5000',
    tax: '3170',
    funds: '5000',
  },
}

type Figures = Omit<TownFigures, 'unit'>
/** What each town reports, 万元; of an enclave the amount and the own share in per cent. */
interface Reported {
  readonly half: Figures
  readonly year: Figures
}

export const reported: ByTown<Reported> = {
  xinxing: {
    half: figures(7000n, 1500n, [61000n], 1, 1, 5000n, [900n, 700n]),
    year: figures(14000n, 4200n, [61000n, 8000n], 2, 1, 9000n, [900n, 700n, 1500n]),
  },
  heping: {
    // The tax is a slip of the pen that 财政局 returns; no enclave is stated outright.
    half: figures(4100n, 6200n, [5000n], 0, 0, 0n, [1600n]),
    year: figures(12600n, 3300n, [5000n, 9000n], 1, 0, 9000n, [1600n, 1500n]),
  },
  hebei: {
    half: figures(9000n, 1400n, [7000n, 4999n], 1, 1, 4000n, [1000n, 400n]),
    // Its completed project was removed from the library meanwhile and is no longer in the ledger.
    year: figures(11800n, 2800n, [7000n, 4999n, 5200n], 1, 0, 7000n, [1000n, 400n, 2000n]),
  },
  dongliang: {
    half: figures(8830n, 1600n, [6000n, 12000n], 2, 0, 2000n, [2500n]),
    year: figures(15100n, 3000n, [6000n, 12000n, 25000n], 2, 1, 8500n, [2500n, 2600n]),
  },
}

/** What the bureaus made of it: the returned tax corrected, a start struck, a disputed grant settled, a removed project still counted. */
export const settled: ByTown<Reported> = {
  ...reported,
  heping: { ...reported.heping, half: { ...reported.heping.half, tax: 1700n } },
  hebei: {
    half: { ...reported.hebei.half, grants: [900n, 400n] },
    year: { ...reported.hebei.year, completions: 1, grants: [900n, 400n, 2000n] },
  },
  dongliang: {
    half: { ...reported.dongliang.half, starts: [12000n] },
    // Its tax comes in corrected under a reopening.
    year: { ...reported.dongliang.year, starts: [12000n, 25000n], tax: 3200n },
  },
}

/** 统计局 finds a twentieth less than is reported, rounded down. */
export const supplied = (figure: bigint): bigint => (figure * 19n) / 20n

function figures(
  investment: bigint,
  tax: bigint,
  starts: readonly bigint[],
  reserves: number,
  completions: number,
  enclave: bigint,
  grants: readonly bigint[],
): Figures {
  return { investment, tax, starts, reserves, completions, enclave: [enclave, 60n], grants }
}
