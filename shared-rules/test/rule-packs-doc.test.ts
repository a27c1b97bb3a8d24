import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { evaluatePool, parsePack, type Indicator, type Pack, type UnitFacts } from '../src/index.ts'
import { isRelative, type Measure } from '../src/measures/measure.ts'
import { sampleFacts, sampleIndicator, samplePack } from './sample-pack.ts'

const page = readFileSync(new URL('../../docs/rule-packs.md', import.meta.url), 'utf8')

interface Example {
  readonly weight: string
  readonly measure: Measure
  readonly actual?: Indicator['actual']
  readonly noTask?: Indicator['noTask']
  readonly asked?: NonNullable<Indicator['asked']>
  readonly sizeTiers?: Pack['sizeTiers']
  readonly units: readonly {
    readonly target?: string
    readonly actual?: string
    readonly targets?: UnitFacts['targets']
    readonly actuals?: UnitFacts['actuals']
    readonly items?: UnitFacts['items']
    readonly points: string
  }[]
}

const blocks = (kind: string) =>
  [...page.matchAll(new RegExp(`\`\`\`json ${kind}\\n([^]*?)\`\`\``, 'g'))].map(
    ([, text = '']) => JSON.parse(text) as unknown,
  )
const titles = [...page.matchAll(/^### (F\d+) (.*)$/gm)]

/** The example as a pack of its own; what is left of the full mark goes to an indicator that is always full. */
function run({ weight, measure, actual, noTask, asked, sizeTiers, units }: Example) {
  const needsTarget = units.some(({ target }) => target !== undefined)
  const main = sampleIndicator('x', weight, {
    measure,
    target: needsTarget ? 'x' : null,
    scope: isRelative(measure) ? 'relative' : 'own-data',
    ...(actual && { actual }),
    ...(noTask !== undefined && { noTask }),
    ...(asked && { asked }),
  })
  const full = sampleIndicator('full', (100 - Number(weight)).toString(), {
    target: null,
    actual: { kind: 'constant', value: '1' },
    measure: { kind: 'fixed', worth: { share: '1' } },
  })
  const pack = samplePack({ indicators: [main, full], sizeTiers: sizeTiers ?? [] })
  const facts = units.map((unit, at) =>
    sampleFacts({
      id: `u${at.toString()}`,
      targets: { ...unit.targets, ...(unit.target !== undefined && { x: unit.target }) },
      actuals: { ...unit.actuals, ...(unit.actual !== undefined && { x: unit.actual }) },
      items: unit.items ?? {},
    }),
  )
  return evaluatePool(pack, facts).map(({ indicators: [first] }) => first?.points)
}

describe('the page on rule packs', () => {
  it('has an example of every family', () => {
    expect(titles.map(([, family]) => family)).toEqual(Array.from({ length: 22 }, (_, at) => `F${(at + 1).toString()}`))
  })

  it.each(blocks('example').map((example) => [(example as Example).measure.kind, example as Example] as const))(
    'says what comes of its example of %s',
    (_, example) => {
      expect(run(example)).toEqual(example.units.map(({ points }) => points))
    },
  )

  it('holds a whole pack that passes', () => {
    const [pack] = blocks('pack')
    expect(parsePack(pack)).toMatchObject({ ok: true })
  })
})
