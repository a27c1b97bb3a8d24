import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import vm from 'node:vm'
import type { FakeExcel } from './fake-excel.ts'
import type { HostRequest, HostResponse } from './protocol.ts'

/** The client as a page of Excel on Windows sees it, at a requirement set. */
export interface ExcelClient {
  readonly Excel: typeof Excel
  readonly Office: typeof Office
  readonly OfficeExtension: typeof OfficeExtension
}

interface Bridge {
  sendMessageToHost(text: string): void
  onMessageFromHost?(text: string): void
}

let script: vm.Script | undefined

/**
 * Runs the unmodified office.js in a context of its own, without a page, on the fake host. `api` is the ExcelApi set
 * of the host, as `1.9`; what lies above it is refused as old Excels refuse it.
 */
export function excelClient(host: FakeExcel, api: string): ExcelClient {
  const path = createRequire(import.meta.url).resolve('@microsoft/office-js/dist/excel-win32-16.01.js')
  script ??= new vm.Script(readFileSync(path, 'utf8'), { filename: path })
  const bridge: Bridge = { sendMessageToHost: (text) => void answer(host, bridge, text) }
  const context: Record<string, unknown> = {
    setTimeout,
    clearTimeout,
    navigator: { userAgent: 'node' },
    _richApiNativeBridge: bridge,
  }
  context['window'] = context
  vm.createContext(context)
  script.runInContext(context)
  // The client library has just defined these in its context.
  const client = context as unknown as {
    Excel: typeof Excel
    Office?: object
    OfficeExtension: typeof OfficeExtension & { CommonUtility: { _doApiNotSupportedCheck: boolean } }
  }
  client.OfficeExtension.CommonUtility._doApiNotSupportedCheck = true
  const office = {
    ...client.Office,
    context: {
      platform: 'PC',
      requirements: { isSetSupported: (set: string, version = '1.1') => supports(api, set, version) },
    },
  }
  context['Office'] = office
  host.carry((events) => {
    const entries = events.map(({ type, target, message }) => [65_536, type, target, JSON.stringify(message), ''])
    bridge.onMessageFromHost?.(JSON.stringify({ type: 3, message: { entries } }))
  })
  // As much of Office as the adapters ask for.
  return { Excel: client.Excel, Office: office as unknown as typeof Office, OfficeExtension: client.OfficeExtension }
}

/** Sets other than ExcelApi: those every host has that knows ExcelApi 1.9. */
export function supports(api: string, set: string, version: string): boolean {
  const minor = (text: string) => Number(text.split('.')[1] ?? 0)
  if (set !== 'ExcelApi') return set === 'DelayForCellEdit' && minor(version) <= 1
  return version.startsWith('1.') && minor(version) <= minor(api)
}

async function answer(host: FakeExcel, bridge: Bridge, text: string): Promise<void> {
  // Sent by office.js itself, in the form it has always sent.
  const {
    id,
    flags = 0,
    message,
  } = JSON.parse(text) as { id: number; flags?: number; message: { body: string | HostRequest } }
  const request = typeof message.body === 'string' ? (JSON.parse(message.body) as HostRequest) : message.body
  const answered = await host.answer(request, flags)
  const body = answered === 'cell-being-edited' ? editing : answered
  bridge.onMessageFromHost?.(
    JSON.stringify({ id, type: 2, message: { statusCode: 200, headers: {}, body: JSON.stringify(body) } }),
  )
}

const editing: HostResponse = {
  Error: { Code: 'InvalidOperationInCellEditMode', Message: 'A cell is being edited.', HttpStatusCode: 400 },
  Results: [],
  TraceIds: [],
}
