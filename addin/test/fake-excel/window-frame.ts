/** What the page around the pane has to know of its host. */
export interface FrameSettings {
  readonly pane: string
  readonly documentUrl: string
  readonly sets: Readonly<Record<string, string>>
}

/** A message of office.js in a frame. `_actionType` 1 asks to hear of an event, 2 to hear no more of it. */
interface FrameMessage {
  readonly _messageType: number
  readonly _actionName: string
  readonly _actionType: number
  readonly _conversationId: string
  readonly _correlationId: number
  readonly _data: { readonly DdaMethod?: { readonly DispatchId: number }; readonly ArrayData?: readonly unknown[] }
}

/**
 * Shows the pane as Excel on the web does: in a frame, answering the messages by which office.js speaks to the page around it.
 * Runs in that page and is cut off from everything else here. 93 is a request of the Excel API; 5001 is an internal error of
 * the host, 5004 a cell that is being edited.
 */
export function installFrame(settings: FrameSettings): void {
  const conversation = 'conversation'
  const frame = document.createElement('iframe')
  frame.title = 'pane'
  frame.style.cssText = 'border:0;position:fixed;inset:0;width:100%;height:100%'
  frame.name = JSON.stringify({
    baseFrameName: 'pane',
    hostInfo: 'Excel|Web|16.01|zh-CN||||',
    xdmInfo: `${conversation}|kaohe|${location.origin}`,
    serializerVersion: '1',
    flights: '[]',
  })
  const listening = new Map<string, FrameMessage>()
  const reply = (to: FrameMessage, data: unknown, kind = 0) =>
    frame.contentWindow?.postMessage(
      JSON.stringify({
        _messageType: 1,
        _responseType: kind,
        _errorCode: 0,
        _data: data,
        _actionName: to._actionName,
        _conversationId: to._conversationId,
        _correlationId: to._correlationId,
        _origin: location.href,
        _serializerVersion: 1,
      }),
      location.origin,
    )
  const done = { Error: 0, Version: 1 }
  const context = {
    _id: 'kaohe',
    _appName: 16,
    _appVersion: 16,
    _appMinorVersion: 1,
    _appUILocale: 'zh-CN',
    _dataLocale: 'zh-CN',
    _docUrl: settings.documentUrl,
    _clientMode: 0,
    _settings: [],
    _reason: 2,
    _osfControlType: 1,
    _eToken: '',
    _correlationId: 'kaohe',
    _appInstanceId: 'instance',
    _requirementMatrix: JSON.stringify(settings.sets),
    _hostFullVersion: '16.0',
    _appDomains: [],
  }
  async function answer(message: FrameMessage): Promise<void> {
    if (message._actionType === 1) {
      listening.set(message._actionName, message)
      return void reply(message, done)
    }
    if (message._actionType === 2) {
      listening.delete(message._actionName)
      return void reply(message, done)
    }
    if (message._actionName === 'ContextActivationManager_getAppContextAsync') return void reply(message, context)
    if (message._actionName !== 'executeMethod') return void reply(message, {})
    if (message._data.DdaMethod?.DispatchId !== 93) return void reply(message, { Error: 5001, Version: 1 })
    const [, , , , body, , flags] = message._data.ArrayData ?? []
    const answered = await window.fakeExcelAnswer(JSON.parse(String(body)), Number(flags))
    if (answered === 'cell-being-edited') return void reply(message, { Error: 5004, Version: 1 })
    const data = [200, [], JSON.stringify(answered)]
    reply(message, { ...done, Data: data, ArrayData: data })
  }
  window.addEventListener('message', ({ source, data }) => {
    if (source !== frame.contentWindow || typeof data !== 'string' || !data.startsWith('{')) return
    const message = JSON.parse(data) as FrameMessage
    if (message._messageType === 0) void answer(message)
  })
  window.fakeExcelRaise = (events) => {
    const to = listening.get('richApiMessage')
    const data = events.map(({ type, target, message }) => [65_536, type, target, JSON.stringify(message), '', false])
    if (to) reply(to, { Data: data, ArrayData: data }, 1)
  }
  frame.src = settings.pane
  document.body.append(frame)
}
