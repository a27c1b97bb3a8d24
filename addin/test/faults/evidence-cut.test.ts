import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { projectRow, projects } from '../../../service/src/testing/records.ts'
import { evidenceApi, type EvidenceFile } from '../../src/api/evidence.ts'
import { memoryKeep, type Keep } from '../../src/api/keep.ts'
import { newId } from '../../src/api/new-id.ts'
import { verificationApi } from '../../src/api/verification.ts'
import { keptFiles } from '../../src/features/evidence/kept-files.ts'
import { openEvidenceDesk } from '../../src/features/evidence/open-evidence-desk.ts'
import { issuedNumbers, placeOfRow, type EvidencePlace } from '../../src/features/evidence/place.ts'
import { pack } from '../../src/testing/campaign.ts'
import { serviceOnTheWire } from './service-on-the-wire.ts'

const figure: EvidencePlace = { form: 'investment', item: 'reported', row: null, title: '固定资产投资' }
const document = (text: string) => new File([`%PDF-1.7\n${text}`], `${text}.pdf`)
const hashOf = (text: string) => createHash('sha256').update(`%PDF-1.7\n${text}`).digest('hex')

/** The pane as often as it is opened on one machine. */
async function bench(keep: Keep = memoryKeep()) {
  const wire = await serviceOnTheWire('xinxing')
  const lapses: string[] = []
  let clock = 0
  const open = (disk = keep) =>
    openEvidenceDesk({
      pack,
      api: evidenceApi(wire.api),
      kept: keptFiles(disk, 'xinxing'),
      now: () => (clock += 1),
      newId,
      onLapse: () => lapses.push('lapsed'),
    })
  const standing = async () => {
    const answer = await wire.api.standing()
    if (!answer.ok) throw new Error('no standing')
    return answer.value
  }
  /** What the service has, whoever sent it. */
  const stored = async (): Promise<readonly EvidenceFile[]> => {
    const answer = await evidenceApi(wire.api).list()
    return answer.ok ? answer.value.evidence : []
  }
  return { ...wire, keep, open, standing, stored, lapses }
}

class Killed extends Error {}

/** A disk on which the machine dies at the so-manieth thing that is kept or removed. */
function dyingKeep(keep: Keep, steps: number): Keep {
  let left = steps
  const act = (work: () => Promise<void>) => ((left -= 1) < 0 ? Promise.reject(new Killed()) : work())
  return {
    ...keep,
    set: (key, value) => act(() => keep.set(key, value)),
    remove: (key) => act(() => keep.remove(key)),
  }
}

describe('a piece of evidence, with the real service', () => {
  it.each(['before it leaves', 'after it arrived, before the answer', 'in the middle of the answer'])(
    'is there once although the line was cut %s',
    async (cut) => {
      const { open, standing, stored, ...wire } = await bench()
      const known = await standing()
      const first = open()
      await first.know(known)
      wire.cut(cut)
      await first.add(figure, [document('立项批复')])
      await first.send()
      expect(first.state()).toMatchObject({ why: 'offline', sending: null, waiting: [{ name: '立项批复.pdf' }] })

      wire.cut(null)
      const second = open()
      await second.know(known)
      expect(second.state()).toMatchObject({ why: null, waiting: [], files: [{ name: '立项批复.pdf' }] })
      expect(await stored()).toMatchObject([
        { form: 'investment', item: 'reported', name: '立项批复.pdf', sha256: hashOf('立项批复') },
      ])
      expect(await wire.keep.list('evidence:')).toEqual([])
      expect(await wire.keep.list('evidence-bytes:')).toEqual([])
    },
  )

  it('is lost nowhere and doubled nowhere, whenever the machine dies after it was said to be kept', async () => {
    const { open, standing, stored, keep } = await bench()
    const known = await standing()
    const kept: string[] = []
    for (let steps = 0; steps < 12; steps += 1) {
      const dying = open(dyingKeep(keep, steps))
      await dying.know(known).catch(() => undefined)
      const name = `第${String(steps)}份`
      const [turnedAway] = await dying.add(figure, [document(name)])
      if (!turnedAway) kept.push(`${name}.pdf`)
      await dying.send().catch(() => undefined)
    }
    await open().know(known)
    expect(kept.length).toBeGreaterThan(4)
    expect((await stored()).map(({ name }) => name)).toEqual(kept)
  })

  it('waits here until its row has a number, then goes under it, and the bureau sees it there', async () => {
    const { api, draft, open, standing, stored, signedIn } = await bench()
    const ledger = pack.forms.flatMap(({ ledgers }) => ledgers).find(({ id }) => id === 'projects')
    if (!ledger) throw new Error('no ledger of projects')
    const row = projectRow('光伏组件二期')
    const before = await standing()
    const first = open()
    await first.know(before)
    await first.add(placeOfRow('projects', ledger, row, issuedNumbers(pack, before)), [document('施工许可')])
    await first.send()
    expect(first.state().waiting).toMatchObject([{ item: null, title: '光伏组件二期' }])
    expect(await stored()).toEqual([])

    const sent = await api.submit(
      newId(),
      await draft(projects(projectRow('冷链物流中心'), row)),
      new Date().toISOString(),
    )
    const number = sent.ok ? sent.value.receipt.numbers.find((one) => one.row === 1)?.number : undefined
    // The pane was closed meanwhile, and the number is not written into the sheet.
    const second = open()
    await second.know(await standing())
    expect(await stored()).toMatchObject([{ form: 'projects', item: number, name: '施工许可.pdf' }])
    expect(second.state().waiting).toEqual([])

    const bureau = verificationApi(await signedIn('verify-drc'))
    const queue = await bureau.queue('2019-06-1')
    const items = queue.ok ? queue.value.reports.flatMap((report) => report.items) : []
    const [beside] = items.find(({ item }) => item === number)?.evidence ?? []
    const bytes = beside && (await bureau.evidence(beside.id))
    expect(bytes?.ok && (await bytes.value.text())).toBe('%PDF-1.7\n施工许可')
  })

  it('is all that a row needs which was returned for want of it', async () => {
    const { api, draft, open, standing, signedIn } = await bench()
    await api.submit(newId(), await draft(projects(projectRow('光伏组件二期'))), new Date().toISOString())
    const bureau = verificationApi(await signedIn('verify-drc'))
    const inQueue = async () => {
      const queue = await bureau.queue('2019-06-1')
      const report = queue.ok ? queue.value.reports.find(({ form }) => form === 'projects') : undefined
      const item = report?.items.find(({ kind }) => kind === 'row')
      if (!report || !item) throw new Error('nothing to decide about')
      return { report, item }
    }
    const decide = async (said: { verdict: 'approve' } | { verdict: 'return'; reason: string }) => {
      const { report, item } = await inQueue()
      return bureau.verify({ report: report.number, decisions: [{ item: item.item, ...said }] })
    }
    const returned = async () => (await standing()).forms.find(({ form }) => form === 'projects')?.returned ?? []
    expect(await decide({ verdict: 'return', reason: '缺立项批复' })).toMatchObject({ ok: true })
    const [back] = await returned()
    expect(back).toMatchObject({ reason: '缺立项批复' })

    const desk = open()
    await desk.know(await standing())
    await desk.add({ form: 'projects', item: back?.item ?? '', row: null, title: '光伏组件二期' }, [document('批复')])
    await desk.send()
    expect((await inQueue()).item.evidence).toMatchObject([{ name: '批复.pdf' }])
    expect(await decide({ verdict: 'approve' })).toMatchObject({ ok: true })
    expect(await returned()).toEqual([])
  })

  it('that the service does not take stays here with the reason, until it is sent again or taken away', async () => {
    const { open, standing, stored } = await bench()
    const desk = open()
    await desk.know(await standing())
    const torn = new File(['PK\u0003\u0004 OFD.xml and no more'], '断了的.ofd')
    await desk.add({ ...figure, item: 'no-such-figure' }, [document('批复')])
    await desk.add(figure, [torn])
    await desk.send()
    const [lost, refused] = desk.state().waiting
    expect(refused?.refused).toMatchObject({ type: 'evidence-refused', status: 422 })
    expect(lost?.refused).toMatchObject({ type: 'invalid-request', status: 400 })
    if (!lost || !refused) throw new Error('nothing waits')
    await desk.move(lost, figure)
    await desk.drop(refused)
    expect(desk.state().waiting).toEqual([])
    expect(await stored()).toMatchObject([{ name: '批复.pdf' }])
  })

  it('is kept while nobody is signed in any more, who is asked to', async () => {
    const { open, standing, api, lapses } = await bench()
    const desk = open()
    await desk.know(await standing())
    await api.signOut()
    await desk.add(figure, [document('批复')])
    await desk.send()
    expect(lapses).toEqual(['lapsed', 'lapsed'])
    expect(desk.state()).toMatchObject({ why: 'unauthorised', waiting: [{ name: '批复.pdf' }] })
  })

  it('is turned away before it is kept where that can be told here', async () => {
    const { open } = await bench()
    const files = [
      new File([], '空.pdf'),
      new File(['hello'], '说明.txt'),
      new File(['PK\u0003\u0004 word/document.xml'], '批复.docx'),
    ]
    expect(await open().add(figure, files)).toEqual([
      { name: '空.pdf', why: 'empty' },
      { name: '说明.txt', why: 'kind' },
      { name: '批复.docx', why: 'kind' },
    ])
  })

  it('that was kept before it was known to be too large is not sent in vain', async () => {
    const { open, standing, stored, ...wire } = await bench()
    const known = await standing()
    const desk = open()
    wire.cut('before it leaves')
    await desk.add(figure, [document('x'.repeat(10 * 1024 * 1024))])
    await desk.send()
    wire.cut(null)
    await desk.know(known)
    expect(desk.state().waiting).toMatchObject([{ refused: { type: 'too-large', body: { limit: 10 * 1024 * 1024 } } }])
    expect(await stored()).toEqual([])
  })

  it('that was seen is still known without network', async () => {
    const { open, standing, ...wire } = await bench()
    const known = await standing()
    const first = open()
    await first.know(known)
    await first.add(figure, [document('批复')])
    await first.send()
    wire.cut('before it leaves')
    const second = open()
    await second.know(known)
    expect(second.state().files).toMatchObject([{ name: '批复.pdf' }])
  })
})
