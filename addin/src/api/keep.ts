import { createStore, del, get, promisifyRequest, set } from 'idb-keyval'

/** What must outlive the pane: the outbox, receipts, reasons half written, the last pack and standing seen, evidence still to be sent. */
export interface Keep {
  get(key: string): Promise<unknown>
  /** Resolves only when the value is on the disk. */
  set(key: string, value: unknown): Promise<void>
  remove(key: string): Promise<void>
  /** Values whose key begins so, in the order of their keys. */
  list(prefix: string): Promise<readonly unknown[]>
}

/** Keeps in IndexedDB: saving there leaves the undo list of Excel alone, document settings would empty it. */
export function browserKeep(name = 'kaohe'): Keep {
  const store = createStore(name, 'keep')
  return {
    get: (key) => get<unknown>(key, store),
    set: (key, value) => set(key, value, store),
    remove: (key) => del(key, store),
    // Nothing else is read: beside what is listed here lie files of megabytes.
    list: (prefix) =>
      store('readonly', (kept) => promisifyRequest(kept.getAll(IDBKeyRange.bound(prefix, `${prefix}\uffff`)))),
  }
}

/** Keeps while the page lives. Values are copied, as IndexedDB does. */
export function memoryKeep(): Keep {
  const kept = new Map<string, unknown>()
  const read = (key: string): unknown => structuredClone(kept.get(key))
  return {
    get: async (key) => read(key),
    set: async (key, value) => void kept.set(key, structuredClone(value)),
    remove: async (key) => void kept.delete(key),
    list: async (prefix) =>
      [...kept.keys()]
        .filter((key) => key.startsWith(prefix))
        .sort()
        .map(read),
  }
}
