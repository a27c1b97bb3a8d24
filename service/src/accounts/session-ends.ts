import type { Role } from '../access/rules.ts'

const hour = 60 * 60 * 1000
const day = 24 * hour

/**
 * How long a session may lie idle, and how old it may become at all, in milliseconds.
 *
 * A clerk reports every half-month from the unit's own computer and sees no figures but the unit's; signing in anew each
 * time would teach people to write passwords down. Who sees or decides about all units signs in every day.
 */
const ends: Readonly<Record<Role, { readonly idle: number; readonly most: number }>> = {
  clerk: { idle: 7 * day, most: 30 * day },
  verifier: { idle: 2 * hour, most: 12 * hour },
  office: { idle: 2 * hour, most: 12 * hour },
  leader: { idle: 2 * hour, most: 12 * hour },
}

/** Is this session over? `updatedAt` is when it was last renewed, which use does every few minutes. */
export function hasEnded(
  role: Role,
  { createdAt, updatedAt }: { readonly createdAt: Date; readonly updatedAt: Date },
  now: Date,
): boolean {
  const { idle, most } = ends[role]
  return now.getTime() - updatedAt.getTime() >= idle || now.getTime() - createdAt.getTime() >= most
}

/** Use renews a session that was not renewed for so long. */
export const renewedAfter = 5 * 60 * 1000
