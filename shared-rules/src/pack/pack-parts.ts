import type { z } from 'zod'
import { checkSchema, type Check } from '../checks/check.ts'
import { formSchema, type Form } from '../forms/form.ts'
import { activitySchema, type Activity } from './activity.ts'
import { awardSchema, vetoSchema, type Award, type Veto } from './awards.ts'
import { calendarSchema, type Calendar } from './calendar.ts'
import { indicatorSchema, type Indicator } from './indicator.ts'
import { poolSchema } from './pool.ts'
import { sizeTiersSchema, type SizeTiers } from './size-tiers.ts'

/** A process reads its pack once: to generate code for the schemas takes twice as long as to walk them. */
export const readOnce = { jitless: true } as const

type Placed<T> = readonly (readonly [part: T, index: number])[]

/** The parts of a pack that pass by themselves, with their places, and the ids of all. */
export interface PackParts {
  readonly pools: Placed<z.infer<typeof poolSchema>>
  readonly indicators: Placed<Indicator>
  readonly sizeTiers: Placed<SizeTiers>
  readonly awards: Placed<Award>
  readonly vetoes: Placed<Veto>
  readonly activities: Placed<Activity>
  readonly windows: Placed<Calendar['windows'][number]>
  readonly checks: Placed<Check>
  readonly forms: Placed<Form>
  readonly ids: Readonly<Record<Section, readonly string[]>>
  /** Whether every part of the section passed. */
  readonly complete: {
    readonly indicators: boolean
    readonly forms: boolean
    readonly checks: boolean
    readonly windows: boolean
  }
}
type Section =
  | 'pools'
  | 'indicators'
  | 'sizeTiers'
  | 'awards'
  | 'vetoes'
  | 'forms'
  | 'checks'
  | 'questions'
  | 'rubrics'
  | 'activities'

/** Takes a pack apart that may be faulty: what passes is looked at further, what does not is left to the schema's messages. */
export function partsOf(json: unknown): PackParts {
  const indicators = passing(indicatorSchema, listAt(json, 'indicators'))
  const forms = passing(formSchema, listAt(json, 'forms'))
  const checks = passing(checkSchema, listAt(json, 'checks'))
  const windowList = listAt(fieldOf(json, 'calendar'), 'windows')
  const windows = passing(calendarSchema.shape.windows.element, windowList)
  return {
    pools: passing(poolSchema, listAt(json, 'pools')),
    indicators,
    sizeTiers: passing(sizeTiersSchema, listAt(json, 'sizeTiers')),
    awards: passing(awardSchema, listAt(json, 'awards')),
    vetoes: passing(vetoSchema, listAt(json, 'vetoes')),
    activities: passing(activitySchema, listAt(json, 'activities')),
    windows,
    checks,
    forms,
    ids: idsOf(json),
    complete: {
      indicators: indicators.length === listAt(json, 'indicators').length,
      forms: forms.length === listAt(json, 'forms').length,
      checks: checks.length === listAt(json, 'checks').length,
      windows: windows.length === windowList.length,
    },
  }
}

function idsOf(json: unknown): PackParts['ids'] {
  const of = (section: string) => listAt(json, section).map((part) => textOf(fieldOf(part, 'id')))
  return {
    pools: of('pools'),
    indicators: of('indicators'),
    sizeTiers: of('sizeTiers'),
    awards: of('awards'),
    vetoes: of('vetoes'),
    forms: of('forms'),
    checks: of('checks'),
    questions: of('questions'),
    rubrics: of('rubrics'),
    activities: of('activities'),
  }
}

function passing<T>(schema: z.ZodType<T>, list: readonly unknown[]): Placed<T> {
  return list.flatMap((part, index) => {
    const parsed = schema.safeParse(part, readOnce)
    return parsed.success ? [[parsed.data, index] as const] : []
  })
}

function fieldOf(json: unknown, key: string): unknown {
  return typeof json === 'object' && json !== null && Object.hasOwn(json, key) ? Reflect.get(json, key) : undefined
}

function listAt(json: unknown, key: string): readonly unknown[] {
  const value = fieldOf(json, key)
  return Array.isArray(value) ? value : []
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')
