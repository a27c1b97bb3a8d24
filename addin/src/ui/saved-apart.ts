const QUARTER_OF_AN_HOUR = 15 * 60 * 1000

/**
 * When the clerk's machine saved a report, where that is apart from when it was received: it waited for a network, or the
 * machine's clock is wrong. Null where there is nothing to tell.
 */
export function savedApart(savedAt: string | null | undefined, receivedAt: string): string | null {
  if (savedAt === null || savedAt === undefined) return null
  return Math.abs(Date.parse(receivedAt) - Date.parse(savedAt)) < QUARTER_OF_AN_HOUR ? null : savedAt
}
