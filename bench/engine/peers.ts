import { evaluateUnit } from '../../shared-rules/src/index.ts'
import { medianMs, rounded, type Probe, type Row } from '../row.ts'
import { factsOf, figures, key, pack, WEIGHTS, type Figures } from './rule.ts'

const UNITS = 200

/** A peer from bench/package.json, or undefined where `npm install` was not run in that folder. */
async function peer(name: string): Promise<Record<string, unknown> | undefined> {
  try {
    return (await import(name)) as Record<string, unknown>
  } catch {
    return undefined
  }
}

/** Microseconds per unit of the peer over ours, both measured here; the greater, the faster we are. */
async function beside(name: string, work: ((list: readonly Figures[]) => unknown) | undefined): Promise<Row> {
  const unit = '× our time per unit, same rule'
  if (!work) return { name, value: null, unit: `${unit} (peer not installed)`, goal: '≥ 1', ok: null }
  const list = figures(UNITS)
  const facts = factsOf(list)
  const rule = pack(false)
  const ours = await medianMs(9, () => facts.map((each) => evaluateUnit(rule, each)))
  const theirs = await medianMs(3, () => work(list))
  return { name, value: rounded(theirs / ours), unit, goal: '≥ 1', ok: theirs >= ours }
}

export const peers: readonly Probe[] = [
  {
    name: 'engine-beside-publicodes',
    measure: async () => beside('engine-beside-publicodes', publicodes(await peer('publicodes'))),
  },
  {
    name: 'engine-beside-json-rules-engine',
    measure: async () => beside('engine-beside-json-rules-engine', jsonRules(await peer('json-rules-engine'))),
  },
  {
    name: 'engine-beside-zen-engine',
    measure: async () => beside('engine-beside-zen-engine', zen(await peer('@gorules/zen-engine'))),
  },
]

// The peers carry no types here: they are not installed with the product.

function publicodes(module: Record<string, unknown> | undefined) {
  if (!module) return undefined
  const Engine = module['default'] as new (
    rules: object,
    options?: object,
  ) => {
    setSituation: (situation: object) => void
    evaluate: (rule: string) => { nodeValue: unknown }
  }
  const rules = Object.fromEntries([
    ...WEIGHTS.flatMap((weight, at) => [
      [`t${at.toString()}`, { valeur: 1 }],
      [`a${at.toString()}`, { valeur: 0 }],
      [
        `p${at.toString()}`,
        {
          valeur: `a${at.toString()} * ${weight} / t${at.toString()}`,
          plafond: Number(weight) * 1.2,
          arrondi: '2 décimales',
        },
      ],
    ]),
    ['total', { somme: WEIGHTS.map((_, at) => `p${at.toString()}`) }],
  ])
  const engine = new Engine(rules, { logger: { log() {}, warn() {}, error() {} } })
  return (list: readonly Figures[]) =>
    list.map(({ targets, actuals }) => {
      engine.setSituation(
        Object.fromEntries(
          targets.flatMap((target, at) => [
            [`t${at.toString()}`, target],
            [`a${at.toString()}`, actuals[at] ?? 0],
          ]),
        ),
      )
      return engine.evaluate('total').nodeValue
    })
}

/** It has conditions only; the arithmetic of a rule is a fact worked out by hand. */
function jsonRules(module: Record<string, unknown> | undefined) {
  if (!module) return undefined
  const { Engine } = module as {
    Engine: new () => {
      addRule: (rule: object) => void
      addFact: (name: string, value: unknown) => void
      run: (facts: object) => Promise<unknown>
    }
  }
  const engine = new Engine()
  for (const [at] of WEIGHTS.entries()) {
    engine.addRule({
      conditions: { all: [{ fact: `c${at.toString()}`, operator: 'greaterThanInclusive', value: 0 }] },
      event: { type: key(at) },
    })
  }
  return async (list: readonly Figures[]) => {
    for (const { targets, actuals } of list) {
      const completions = targets.map(
        (target, at) => [`c${at.toString()}`, Math.min(1.2, (actuals[at] ?? 0) / target)] as const,
      )
      await engine.run(Object.fromEntries(completions))
      completions.reduce((sum, [, completion], at) => sum + Math.round(completion * Number(WEIGHTS[at]) * 100) / 100, 0)
    }
  }
}

function zen(module: Record<string, unknown> | undefined) {
  if (!module) return undefined
  const { ZenEngine } = module as {
    ZenEngine: new () => { createDecision: (content: unknown) => { evaluate: (input: object) => Promise<unknown> } }
  }
  const expressions = WEIGHTS.map((weight, at) => {
    const share = `min([a[${at.toString()}] / t[${at.toString()}], 1.2])`
    return { id: key(at), key: key(at), value: `round(${share} * ${weight} * 100) / 100` }
  })
  const decision = new ZenEngine().createDecision({
    contentType: 'application/vnd.gorules.decision',
    nodes: [
      { id: 'in', name: 'in', type: 'inputNode', position: { x: 0, y: 0 } },
      { id: 'score', name: 'score', type: 'expressionNode', position: { x: 0, y: 0 }, content: { expressions } },
      { id: 'out', name: 'out', type: 'outputNode', position: { x: 0, y: 0 } },
    ],
    edges: [
      { id: 'e1', sourceId: 'in', targetId: 'score', type: 'edge' },
      { id: 'e2', sourceId: 'score', targetId: 'out', type: 'edge' },
    ],
  })
  return async (list: readonly Figures[]) => {
    for (const { targets, actuals } of list) await decision.evaluate({ t: targets, a: actuals })
  }
}
