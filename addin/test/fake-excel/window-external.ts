/** What the page's `window.external` has to know of its host. */
export interface ExternalSettings {
  readonly documentUrl: string
  /** Requirement sets and their versions, as `{"ExcelApi":"1.14"}`. */
  readonly sets: Readonly<Record<string, string>>
}

/** Names that office.js cannot meet by chance. */
declare global {
  interface Window {
    fakeExcelAnswer(request: unknown, flags: number): Promise<unknown>
    fakeExcelRaise(events: readonly { type: number; target: string; message: unknown }[]): void
    /** Chooses the theme of Office by the colour of its panes, a number as Windows hands it over. */
    fakeExcelTheme?: (background: number) => void
    /** The ribbon, for a page that serves its buttons. */
    fakeExcelRibbon?: {
      /** Does the page listen to the buttons? */
      ready(): boolean
      press(command: string): void
      /** Address of the dialog that is open. */
      dialog(): string | null
      closeDialog(): void
      /** Was the button pressed last given back? */
      completed(): boolean
    }
    OfficeExtension?: { CommonUtility?: { _doApiNotSupportedCheck: boolean } }
  }
}

/**
 * Puts the object into the page by which Excel on Windows speaks to office.js. Runs in the page before any of its scripts, so
 * it is cut off from everything else here. Numbers are those of office.js: 93 is a request of the Excel
 * API, 33 an event of it, 39 a button of the ribbon, 94 its end, 10 a dialog.
 */
export function installWindowExternal(settings: ExternalSettings): void {
  type Handler = (id: number, data: unknown) => void
  const array = (items: readonly unknown[]) => ({ toArray: () => items, dimensions: () => 1 })
  const handlers = new Map<number, Handler[]>()
  const kept: Record<string, unknown> = {}
  let dialog: string | null = null
  // Until one is chosen Excel says nothing, and the system's look counts.
  let theme: Readonly<Record<string, number>> = {}
  let completed = true
  const document = {
    GetAppType: () => 1,
    GetSolutionRef: () => 'kaohe',
    GetAppVersionMajor: () => 16,
    GetAppVersionMinor: () => 1,
    GetAppUILocale: () => 'zh-CN',
    GetAppDataLocale: () => 'zh-CN',
    GetDocUrl: () => settings.documentUrl,
    GetAppCapabilities: () => 0,
    GetActivationMode: () => 2,
    GetControlIntegrationLevel: () => 1,
    GetSolutionToken: () => '',
    GetInstanceId: () => 'instance',
    GetSupportedMatrix: () => JSON.stringify(settings.sets),
    GetHostFullVersion: () => '16.0.14332.20000',
    GetOfficeThemeInfo: () => JSON.stringify(theme),
    GetSettings: () => ({
      Read(keys: unknown[], values: unknown[]) {
        for (const [key, value] of Object.entries(kept)) {
          keys.push(key)
          values.push(value)
        }
      },
      Write: (keys: string[], values: unknown[]) => keys.forEach((key, i) => (kept[key] = values[i])),
    }),
  }
  const external = {
    GetContext: () => document,
    GetHostInfo: () => 'Excel|Win32|16.01|zh-CN|||',
    Execute(id: number, parameters: readonly unknown[], done: (answer: unknown) => void) {
      if (id === 94) {
        completed = true
        return void done(array([0]))
      }
      // Everything but requests of the Excel API: 5001 is an internal error of the host.
      if (id !== 93) return void done(array([5001]))
      const [, , , , body, , flags] = parameters[0] as readonly [
        unknown,
        unknown,
        unknown,
        unknown,
        string,
        unknown,
        number,
      ]
      void window.fakeExcelAnswer(JSON.parse(body), flags).then((answer) => {
        const response = answer === 'cell-being-edited' ? [5004] : [0, array([200, array([]), JSON.stringify(answer)])]
        done(array(response))
      })
    },
    RegisterEvent(id: number, target: unknown, handler: Handler, done: (answer: unknown) => void) {
      if (id === 10) dialog = String((JSON.parse(String(target)) as { url: string }).url)
      handlers.set(id, [...(handlers.get(id) ?? []), handler])
      done(array([0]))
    },
    UnregisterEvent(id: number, _target: unknown, done: (answer: unknown) => void) {
      handlers.delete(id)
      done(array([0]))
    },
  }
  Object.defineProperty(window, 'external', { value: external, configurable: true, writable: true })
  window.fakeExcelRaise = (events) => {
    const entries = events.map((event) =>
      array([65_536, event.type, event.target, JSON.stringify(event.message), '', false]),
    )
    for (const handler of handlers.get(33) ?? []) handler(33, array(entries))
  }
  window.fakeExcelTheme = (background) => {
    theme = { bodyBackgroundColor: background, controlBackgroundColor: background }
  }
  window.fakeExcelRibbon = {
    ready: () => (handlers.get(39) ?? []).length > 0,
    press(command) {
      completed = false
      for (const handler of handlers.get(39) ?? [])
        handler(39, array(['button', command, '{"source":{"id":"button"}}']))
    },
    dialog: () => dialog,
    closeDialog() {
      dialog = null
      // 12006: closed by the person.
      for (const handler of handlers.get(10) ?? []) handler(10, array([12_006]))
      handlers.delete(10)
    },
    completed: () => completed,
  }
  // The release build leaves it to the host to refuse what is above its requirement set; tests want it refused at the call.
  const strict = setInterval(() => {
    const utility = window.OfficeExtension?.CommonUtility
    if (!utility) return
    utility._doApiNotSupportedCheck = true
    clearInterval(strict)
  }, 1)
}
