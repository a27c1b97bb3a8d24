import { pino } from 'pino'

/** What the service tells its operator: names, ids and durations. Never a body, a figure, a password or a token. */
export interface Log {
  info(fields: Readonly<Record<string, unknown>>, message: string): void
  error(fields: Readonly<Record<string, unknown>>, message: string): void
}

/** One line of JSON for each event, on stdout. */
export function jsonLog(level: string, out: NodeJS.WritableStream = process.stdout): Log {
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, out)
}

/** For command lines and tests that listen to nothing. */
export const silentLog: Log = { info: () => undefined, error: () => undefined }
