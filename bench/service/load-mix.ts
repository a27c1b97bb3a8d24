import type { FormGrid } from '../../shared-rules/src/index.ts'
import { filledGrid } from '../../service/src/testing/filled-grid.ts'
import { writeWorkbook } from '../../service/src/workbooks/write-workbook.ts'
import { reportWindow } from './bodies.ts'
import { start, type Clerk } from './campaign.ts'

/** What people do with the service, and the time in milliseconds within which 99 of 100 are to be answered. */
export const goals = { standing: 50, submit: 50, windows: 50, verify: 100, rank: 500, intake: 2000 } as const
export type Deed = keyof typeof goals

/** Of so many reports one is followed by this: 核定, 暂定排名, a workbook looked at without being accepted. */
const every = { verify: 4, rank: 32, intake: 32 } as const

/** Answers until now: how long each kind of deed took, and what went wrong. */
export interface Tally {
  readonly ms: Record<Deed, number[]>
  readonly errors: string[]
}
export const emptyTally = (): Tally => ({
  ms: { standing: [], submit: [], windows: [], verify: [], rank: [], intake: [] },
  errors: [],
})

export interface People {
  readonly port: number
  readonly clerks: readonly Clerk[]
  readonly bodies: readonly Generator<string, never>[]
  readonly verifiers: readonly string[]
  readonly office: readonly string[]
}

/** Draws every clerk's workbook of 附件1 and returns what one of them does in a turn, written down in the tally. */
export async function openMix({ port, clerks, bodies, verifiers, office }: People) {
  const call = (token: string, path: string, init: RequestInit) =>
    fetch(`http://127.0.0.1:${port.toString()}/api/v1${path}`, {
      ...init,
      headers: { authorization: `Bearer ${token}`, ...init.headers },
    })
  const workbooks: Uint8Array<ArrayBuffer>[] = []
  for (const { token, unit } of clerks) {
    const grid = (await (await call(token, '/forms/investment/grid', {})).json()) as FormGrid
    workbooks.push(new Uint8Array(await writeWorkbook(filledGrid(grid, unit.name, { reported: '6500' }), start)))
  }
  let turns = 0

  return async (at: number, tally: Tally): Promise<void> => {
    const [clerk, body, workbook] = [clerks[at], bodies[at]?.next().value, workbooks[at]]
    if (!clerk || !workbook) throw new Error('there is no such clerk')
    turns += 1
    const turn = turns

    const does = async (deed: Deed, token: string, path: string, init: RequestInit = {}): Promise<string> => {
      const sent = performance.now()
      try {
        const answer = await call(token, path, init)
        const text = await answer.text()
        tally.ms[deed].push(performance.now() - sent)
        if (!answer.ok) tally.errors.push(`${answer.status.toString()} ${path} ${text.slice(0, 200)}`)
        return answer.ok ? text : ''
      } catch (error) {
        tally.errors.push(`no answer ${path}: ${String(error)}`)
        return ''
      }
    }
    const json = (content: string, more: Record<string, string> = {}): RequestInit => ({
      method: 'POST',
      body: content,
      headers: { 'content-type': 'application/json', ...more },
    })

    await does('standing', clerk.token, `/standing?window=${reportWindow.id}`)
    const key = `${clerk.unit.id}-${turn.toString()}`
    const taken = await does('submit', clerk.token, '/submissions', json(body ?? '', { 'idempotency-key': key }))
    await does('windows', clerk.token, '/windows')
    if (turn % every.verify === 0 && taken !== '') {
      const { number: report } = (JSON.parse(taken) as { receipt: { number: string } }).receipt
      const decided = JSON.stringify({ report, decisions: [], rest: 'approve' })
      await does('verify', oneOf(verifiers, turn / every.verify), '/verifications', json(decided))
    }
    if (turn % every.rank === 0) await does('rank', oneOf(office, turn / every.rank), '/rankings?pool=town')
    if (turn % every.intake === 16) {
      const form = new FormData()
      form.append('files', new File([workbook], `${clerk.unit.id}.xlsx`))
      const looked = await does('intake', clerk.token, '/intake', { method: 'POST', body: form })
      if (looked !== '' && !looked.includes('"kind":"checked"')) tally.errors.push(`not read: ${looked.slice(0, 300)}`)
    }
  }
}

const oneOf = (tokens: readonly string[], turn: number): string => tokens[turn % tokens.length] ?? ''
