import type { Pack } from '@kaohe/shared-rules'
import type { ApiResult } from '../../api/client.ts'
import type { EvidenceApi, EvidenceFile, EvidenceList } from '../../api/evidence.ts'
import { waitsFor } from '../../api/waits-for.ts'
import type { EvidenceDesk, EvidenceState } from './evidence-desk.ts'
import { keepFile, type TurnedAway } from './keep-file.ts'
import type { KeptFiles } from './kept-files.ts'
import { issuedNumbers, rowKey } from './place.ts'

interface DeskDeps {
  readonly pack: Pack
  readonly api: EvidenceApi
  readonly kept: KeptFiles
  readonly now: () => number
  readonly newId: () => string
  readonly onLapse: () => void
}

/** Until the service has said what it takes: more is no document. */
const LARGEST = 64 * 1024 * 1024

/** What the service would say at the end of a long upload. */
const tooLarge = (limit: number): ApiResult<never> => ({
  ok: false,
  error: { kind: 'problem', type: 'too-large', status: 413, body: { limit } },
})

/** Opens the desk of one account on this machine. */
export function openEvidenceDesk({ pack, api, kept, now, newId, onLapse }: DeskDeps): EvidenceDesk {
  const listeners = new Set<() => void>()
  let state: EvidenceState = { files: [], largest: LARGEST, waiting: [], sending: null, why: null, issued: new Map() }
  function set(change: Partial<EvidenceState>) {
    state = { ...state, ...change }
    for (const listener of [...listeners]) listener()
  }
  /** Of what comes at once, each its own: they stay in order. */
  let savedAt = 0
  /** One thing at a time: an answer never takes the place of a later one. */
  let last: Promise<unknown> = Promise.resolve()
  function inTurn<T>(act: () => Promise<T>): Promise<T> {
    const turn = last.then(act)
    last = turn.catch(() => undefined)
    return turn
  }
  const lookAtKept = async () => set({ waiting: await kept.list().catch(() => state.waiting) })
  function put(file: EvidenceFile, more: Partial<EvidenceState> = {}) {
    const known = state.files.some(({ id }) => id === file.id)
    const files = known ? state.files.map((one) => (one.id === file.id ? file : one)) : [...state.files, file]
    set({ ...more, files })
  }

  async function load() {
    await lookAtKept()
    if (state.files.length === 0) show(await kept.seen().catch(() => undefined))
    const answer = await api.list()
    if (!answer.ok) return
    show(answer.value)
    await keepSeen()
  }
  const show = (list: EvidenceList | undefined) => list && set({ files: list.evidence, largest: list.largestFile })
  const keepSeen = () =>
    kept.keepSeen({ evidence: [...state.files], largestFile: state.largest }).catch(() => undefined)

  async function sendAll() {
    await lookAtKept()
    for (const file of state.waiting) {
      const item = file.item ?? (file.row && state.issued.get(rowKey(file.row)))
      // Without what is in it: it was sent from another window meanwhile, or taken away.
      const bytes = item && !file.refused ? await kept.bytes(file) : undefined
      if (!item || !bytes) continue
      set({ sending: file.key })
      const answer =
        file.size > state.largest
          ? tooLarge(state.largest)
          : await api.add(file.form, item, new File([bytes], file.name, { type: file.mediaType }))
      if (answer.ok) {
        // In one step: nobody sees it twice, or not at all.
        put(answer.value.evidence, { waiting: state.waiting.filter(({ key }) => key !== file.key) })
        await kept.remove(file)
        await keepSeen()
      } else {
        const why = waitsFor(answer.error)
        if (why) {
          set({ why })
          if (why === 'unauthorised') onLapse()
          return
        }
        await kept.note({ ...file, refused: answer.error })
      }
      await lookAtKept()
    }
    set({ why: null })
  }
  const send = () => inTurn(() => sendAll().finally(() => set({ sending: null })))

  async function changed(change: Promise<void>) {
    await change
    await lookAtKept()
  }

  return {
    state: () => state,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    formOf: ({ id }) => pack.forms.find(({ ledgers }) => ledgers.some((one) => one.id === id))?.id ?? '',
    async know(standing) {
      set({ issued: issuedNumbers(pack, standing) })
      await inTurn(load)
      await send()
    },
    async add(place, files) {
      const turnedAway: TurnedAway[] = []
      for (const file of files) {
        savedAt = Math.max(now(), savedAt + 1)
        const why = await keepFile(kept, place, file, state.largest, { key: newId(), savedAt })
        if (why) turnedAway.push({ name: file.name, why })
      }
      await lookAtKept()
      void send()
      return turnedAway
    },
    send,
    async retry({ refused: _was, ...file }) {
      await changed(kept.note(file))
      await send()
    },
    drop: (file) => changed(kept.remove(file)),
    async move({ refused: _was, ...file }, place) {
      await changed(kept.note({ ...file, ...place }))
      await send()
    },
    withdraw: (id, reason) =>
      inTurn(async () => {
        const answer = await api.withdraw(id, reason)
        if (answer.ok) put(answer.value.evidence)
        return answer
      }),
    lapse: onLapse,
    async bytes(file) {
      if (!('key' in file)) return api.bytes(file.id)
      const bytes = await kept.bytes(file).catch(() => undefined)
      return bytes
        ? { ok: true, value: new Blob([bytes], { type: file.mediaType }) }
        : { ok: false, error: { kind: 'offline' } }
    },
  }
}
