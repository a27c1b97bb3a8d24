import type { OpenService } from '../open-service.ts'

/** What the service answered: the body of a good answer, or the problem it names. */
export type Answered<T> =
  { readonly ok: true; readonly body: T } | { readonly ok: false; readonly title: string; readonly details: string }

/** The service as an account has it, by the very routes of the API. */
export interface SignedIn {
  readonly post: <T>(path: string, body: object | FormData) => Promise<Answered<T>>
  readonly file: (path: string) => Promise<Uint8Array>
  readonly signOut: () => Promise<void>
}

/** Signs an account in to a service of this process, with all that holds for signing in over the network. */
export async function signIn(
  { app }: Pick<OpenService, 'app'>,
  { username, password }: { readonly username: string; readonly password: string },
): Promise<{ readonly ok: true; readonly desk: SignedIn } | Extract<Answered<never>, { ok: false }>> {
  // As from this machine: there is no socket.
  const env = { incoming: { socket: { remoteAddress: '127.0.0.1', remotePort: 1, remoteFamily: 'IPv4' } } }
  const request = (path: string, init: RequestInit) => app.request(`/api/v1${path}`, init, env)
  const post = async <T>(path: string, body: object, headers: Record<string, string>): Promise<Answered<T>> => {
    const init =
      body instanceof FormData
        ? { body, headers }
        : { body: JSON.stringify(body), headers: { 'content-type': 'application/json', ...headers } }
    const response = await request(path, { method: 'POST', ...init })
    return response.ok ? { ok: true, body: (await response.json()) as T } : told(await response.json())
  }
  const answer = await post<{ token: string }>('/auth/sign-in/username', { username, password }, {})
  if (!answer.ok) return answer
  const headers = { authorization: `Bearer ${answer.body.token}` }
  const desk: SignedIn = {
    post: (path, body) => post(path, body, headers),
    file: async (path) => new Uint8Array(await (await request(path, { headers })).arrayBuffer()),
    signOut: async () => {
      await request('/auth/sign-out', { method: 'POST', headers })
    },
  }
  return { ok: true, desk }
}

function told(problem: unknown): Extract<Answered<never>, { ok: false }> {
  const { title = '', issues = [] } = problem as {
    readonly title?: string
    readonly issues?: readonly { readonly path: string; readonly message: string }[]
  }
  return { ok: false, title, details: issues.map(({ path, message }) => `${path} ${message}`).join('；') }
}
