import type { EvidenceFile } from '../api/evidence.ts'

/** What units have laid beside their figures, as the pane meets it at the service. */
export function fakeEvidence() {
  const files: (EvidenceFile & { readonly unit: string })[] = []
  const state = {
    /** Turns down the next file so. */
    refuseNext: null as { readonly status: number; readonly body: object } | null,
  }

  function add(unit: string, body: FormData): Response {
    if (state.refuseNext) {
      const { status, body } = state.refuseNext
      state.refuseNext = null
      return Response.json(body, { status })
    }
    const [form = '', item = '', file] = ['form', 'item', 'file'].map((name) => body.get(name))
    if (!(file instanceof File)) return Response.json({}, { status: 400 })
    const evidence = {
      id: `e${String(files.length + 1)}`,
      form: String(form),
      item: String(item),
      name: file.name,
      mediaType: 'application/pdf' as const,
      size: file.size,
      sha256: 'ab12'.repeat(16),
      addedBy: `${unit}填报员`,
      addedAt: '2019-06-18T01:05:00.000Z',
      withdrawn: null,
    }
    files.push({ ...evidence, unit })
    return Response.json({ evidence }, { status: 201 })
  }

  function withdraw(id: string, body: string): Response {
    const at = files.findIndex((file) => file.id === id)
    const file = files[at]
    if (!file) return Response.json({}, { status: 404 })
    const { reason } = JSON.parse(body) as { reason: string }
    files[at] = { ...file, withdrawn: { at: '2019-06-18T02:00:00.000Z', by: file.addedBy, reason } }
    return Response.json({ evidence: files[at] })
  }

  function answer(unit: string, path: string, body: unknown): Response {
    const [, , id, act] = path.split('/')
    if (act === 'withdrawal' && id) return withdraw(id, String(body))
    if (body instanceof FormData) return add(unit, body)
    return Response.json({ evidence: files.filter((file) => file.unit === unit), largestFile: 10 * 1024 * 1024 })
  }
  return { files, state, answer }
}
