import targetFile from '../../../service/campaigns/haizhou-2019/targets.json' with { type: 'json' }
import units from '../../../service/campaigns/haizhou-2019/units.json' with { type: 'json' }

/** What a unit did in the story, before any form or rule saw it. Amounts are 万元, shares per cent. */
export interface RawFigures {
  readonly unit: string
  readonly investment: string
  readonly tax: string
  readonly projects: readonly RawProject[]
  readonly enclaves: readonly { readonly name: string; readonly amount: string; readonly ownShare: number }[]
  readonly grants: readonly { readonly name: string; readonly documentNumber: string; readonly amount: string }[]
}

export interface RawProject {
  readonly name: string
  readonly kind: '新建' | '续建'
  readonly stage: '储备' | '开工' | '竣工'
  readonly totalInvestment: string
  readonly startDate: string | null
  readonly completionDate: string | null
  readonly registered: '是' | '否' | null
}

export type TargetKey =
  'investment' | 'newProjects' | 'largeProjects' | 'reserves' | 'completions' | 'enclave' | 'tax' | 'funds'
export const targets: Readonly<Record<string, Readonly<Partial<Record<TargetKey, string>>>>> = targetFile.targets
export const unitIds: readonly string[] = units.map(({ id }) => id)
export const nameOf = (id: string): string => units.find((unit) => unit.id === id)?.name ?? id
export const poolOf = (id: string): string | null => units.find((unit) => unit.id === id)?.pool ?? null

/** Each bound of the notice exactly, and a cent below it: "以上" includes the figure itself. */
const sizes = ['5000', '4999.99', '10000', '9999.99', '50000', '49999.99', '100000', '99999.99', '200000', '199999.99']

/** Uneven on purpose: part of the target, past it, past the cap, with cents. */
const shareOfTarget = [37, 52, 61, 48, 100, 83, 121, 20, 44, 57, 96, 135, 73]

export const figures: readonly RawFigures[] = unitIds.map((unit, index) => {
  const target = targets[unit] ?? {}
  const part = (key: TargetKey, shift: number) => amount(target[key], index + shift)
  return {
    unit,
    investment: part('investment', 0),
    tax: part('tax', 3),
    projects: projectsOf(unit, index),
    enclaves: [
      { name: `${nameOf(unit)}飞地一期`, amount: part('enclave', 1), ownShare: 60 },
      { name: `${nameOf(unit)}飞地二期`, amount: part('enclave', 5), ownShare: 45 },
    ],
    grants: [
      { name: '老工业区搬迁改造资金', documentNumber: `阜发改〔2019〕${100 + index}号`, amount: part('funds', 2) },
      { name: '产业转型升级补助', documentNumber: `辽财指〔2019〕${300 + index}号`, amount: '310.25' },
    ],
  }
})

/** Some hundredths of the target, and 3.15 万元 more. A unit without the task did a little all the same. */
function amount(target: string | undefined, step: number): string {
  const hundredths = BigInt(target ?? '800') * BigInt(shareOfTarget[step % shareOfTarget.length] ?? 50) + 315n
  return `${hundredths / 100n}.${(hundredths % 100n).toString().padStart(2, '0')}`
}

function projectsOf(unit: string, index: number): readonly RawProject[] {
  const size = (step: number) => sizes[(index + step) % sizes.length] ?? '5000'
  const started = { kind: '新建', stage: '开工', startDate: '2019-03-28', completionDate: null } as const
  return [
    { name: `${unit}-甲`, ...started, totalInvestment: size(0), registered: '是' },
    { name: `${unit}-乙`, ...started, totalInvestment: size(3), registered: index % 3 === 0 ? '否' : '是' },
    {
      name: `${unit}-丙`,
      kind: '续建',
      stage: '竣工',
      totalInvestment: size(5),
      startDate: '2018-09-10',
      completionDate: '2019-05-31',
      registered: '是',
    },
    {
      name: `${unit}-丁`,
      kind: '新建',
      stage: '储备',
      totalInvestment: size(6),
      startDate: null,
      completionDate: null,
      registered: null,
    },
  ]
}
