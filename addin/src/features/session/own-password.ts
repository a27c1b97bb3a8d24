import type { ApiError } from '../../api/client.ts'

/** Signed in with a password that somebody else made up: nothing else is answered until there is a new one. */
export function wantsOwnPassword(error: ApiError): boolean {
  return error.kind === 'problem' && error.type === 'password-change-required'
}

/** As the service asks for; it also refuses what is easily guessed, and says so. */
export const shortestPassword = 10
