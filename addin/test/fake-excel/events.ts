/** Numbers by which office.js knows the events of sheets. */
export const eventTypes = { changed: 10, activated: 11, deactivated: 12, added: 13, selected: 14, deleted: 15 } as const

/** One event as it goes to office.js. */
export interface HostEvent {
  readonly type: number
  /** Id of a sheet, or `Workbook`. */
  readonly target: string
  readonly message: Readonly<Record<string, unknown>>
}

export const wholeWorkbook = 'Workbook'

/** Which events a client asked for, and who carries them to it. */
export interface HostEvents {
  register(type: number, target: string): void
  unregister(type: number, target: string): void
  /** Sends the event to those who asked for it, of the sheet or of the whole workbook, after the present request was answered. */
  raise(type: number, sheetId: string, message: Readonly<Record<string, unknown>>): void
  carry(carrier: (events: readonly HostEvent[]) => void): void
}

export function hostEvents(): HostEvents {
  const registered = new Set<string>()
  const carriers: ((events: readonly HostEvent[]) => void)[] = []
  const key = (type: number, target: string) => `${String(type)} ${target}`
  return {
    register: (type, target) => void registered.add(key(type, target)),
    unregister: (type, target) => void registered.delete(key(type, target)),
    carry: (carrier) => void carriers.push(carrier),
    raise(type, sheetId, message) {
      const events = [sheetId, wholeWorkbook]
        .filter((target) => registered.has(key(type, target)))
        .map((target) => ({ type, target, message }))
      if (events.length > 0) setImmediate(() => carriers.forEach((carrier) => carrier(events)))
    },
  }
}
