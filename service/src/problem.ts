import type { Context } from 'hono'
import { catalogue, type Problem, type ToldProblem } from './problem-catalogue.ts'

export type { Problem } from './problem-catalogue.ts'

/** A problem as it is told, also inside an answer about several things of which this one could not be done. */
export function toldProblem(problem: Problem): ToldProblem {
  const { status, title } = catalogue[problem.type]
  const { type, ...fields } = problem
  // The fields are those of the type: the compiler loses that when it takes the two apart.
  return { type: `/problems/${type}`, title, status, ...fields } as ToldProblem
}

/** RFC 9457. `requestId` is what a person quotes when asking for help. */
export function problemResponse(c: Context, problem: Problem): Response {
  const { status } = catalogue[problem.type]
  const requestId: unknown = c.get('requestId')
  const body = { ...toldProblem(problem), requestId }
  const headers: Record<string, string> = { 'Content-Type': 'application/problem+json', 'Cache-Control': 'no-store' }
  if ('retryAfter' in problem) headers['Retry-After'] = String(problem.retryAfter)
  if (problem.type === 'not-signed-in') headers['WWW-Authenticate'] = 'Bearer'
  return c.body(JSON.stringify(body), status, headers)
}

/** Carries a Problem out of a handler; `app.onError` is the one place that unwraps it. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError'
  readonly problem: Problem

  constructor(problem: Problem, options?: ErrorOptions) {
    super(problem.type, options)
    this.problem = problem
  }
}
