import { z } from 'zod'
import { compareAssessments, type Comparison, type Pack } from '@kaohe/shared-rules'
import { execute, type Run } from './run.ts'

/** A finding that is not there yet, or one that might be lifted, with the effect the leading group has in mind (A11). */
export const simulationSchema = z.strictObject({
  unit: z.string().max(64),
  /** Id of a veto of the pack. */
  veto: z.string().max(64),
  stands: z.boolean(),
  /** Instead of what the pack says. */
  effect: z.enum(['no-award', 'no-rank', 'note-only']).optional(),
})
export type Supposed = Readonly<z.infer<typeof simulationSchema>>

/** Why this cannot be supposed of the run, or null. */
export function supposedFault(
  { vetoes }: Pack,
  { inputs }: Run,
  { unit, veto }: Supposed,
): { readonly path: string; readonly message: string } | null {
  if (!inputs.units.some((one) => one.unit.id === unit)) return { path: 'unit', message: '本次测算中没有这个单位' }
  return vetoes.some(({ id }) => id === veto) ? null : { path: 'veto', message: '规则包中没有这一项' }
}

/** What a finding would change of a run: ranks and winners, before and after. Nothing is stored. */
export function simulate(pack: Pack, run: Run, supposed: Supposed): Comparison {
  const veto = pack.vetoes.find(({ id }) => id === supposed.veto)
  const flag = veto?.flag ?? supposed.veto
  const units = run.inputs.units.map((unit) => {
    if (unit.unit.id !== supposed.unit) return unit
    const others = unit.facts.flags.filter((one) => one !== flag)
    return { ...unit, facts: { ...unit.facts, flags: supposed.stands ? [...others, flag].toSorted() : others } }
  })
  const { effect } = supposed
  const vetoes = pack.vetoes.map((one) => (one.id === supposed.veto && effect ? { ...one, effect } : one))
  const { result } = execute({ ...pack, vetoes }, run.engine, { ...run.inputs, units })
  return compareAssessments(run.result, result)
}
