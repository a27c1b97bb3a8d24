import { z } from 'zod'

const column = z.string().regex(/^[a-z][A-Za-z0-9]*$/, '标识须以小写字母开头，只含字母和数字')
const bureau = z.string().min(1).max(64)
const stage = z.string().min(1).max(20)

/** The stages of a project in their order: 储备 → 签约 → 开工 → 入统 → 竣工 → 移出. */
export const stageNames = ['reserve', 'signed', 'started', 'registered', 'completed', 'removed'] as const
export type StageName = (typeof stageNames)[number]

/** 项目库: what makes the rows of a ledger the district's library of projects, and who keeps it. */
export const librarySchema = z.strictObject({
  /** Which column holds what. */
  columns: z.strictObject({
    name: column,
    size: column,
    kind: column,
    stage: column,
    start: column,
    completion: column,
    registered: column,
  }),
  /** What each stage is called in the stage column. */
  stages: z.strictObject({
    reserve: stage,
    signed: stage,
    started: stage,
    registered: stage,
    completed: stage,
    removed: stage,
  }),
  /** What the kind column says of a new project, the registered column of one that is 入统. */
  fresh: z.string().min(1).max(20),
  yes: z.string().min(1).max(20),
  /** The bureau that takes projects in and lets them go (发改局), and the one that keeps the list of the statistics (统计局). */
  keeper: bureau,
  registrar: bureau,
  /** A reserve without any change for so many days is idle. */
  idleDays: z.int().min(1).max(3660),
})
export type Library = Readonly<z.infer<typeof librarySchema>>
