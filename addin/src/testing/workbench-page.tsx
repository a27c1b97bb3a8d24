import { formSchema, layoutForm } from '@kaohe/shared-rules'
import { act, render } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { apiClient } from '../api/client.ts'
import { memoryKeep } from '../api/keep.ts'
import { newSession, sessionStore } from '../features/session/session.ts'
import { preferenceStore } from '../ui/preferences.ts'
import { watchedSessions } from '../workbench/watched-sessions.ts'
import { type PanePorts } from '../workbench/Workbench.tsx'
import { WorkbenchPage } from '../workbench/WorkbenchPage.tsx'
import { pack } from './campaign.ts'

const folder = join(import.meta.dirname, '../../../shared-rules/packs/haizhou-2019/forms')
export const forms = ['1-investment', '2-projects'].map((file) =>
  formSchema.parse(JSON.parse(readFileSync(join(folder, `${file}.json`), 'utf8'))),
)
export const unit = { id: 'xinxing', name: '新兴街道', pool: 'town', order: 1 }

/** What the service answers to this page, on one machine that may be cut off. */
function service(role: 'clerk' | 'office') {
  const line = { cut: false, file: undefined as unknown }
  const answers: Record<string, unknown> = {
    '/api/v1/me': {
      account: { username: 'xinxing', name: '新兴街道填报员', role, unit: role === 'clerk' ? unit : null },
      clock: { now: '2019-06-18T01:00:00.000Z', demo: true },
      campaign: { id: 'haizhou-2019', title: '2019', year: 2019 },
      windows: [],
      window: null,
    },
    '/api/v1/pack': { pack },
    '/api/v1/units': [unit],
    '/api/v1/forms': forms.map(({ id, annex, title, template, fileName }) => ({
      id,
      annex,
      title,
      template,
      fileName,
    })),
  }
  for (const form of forms) {
    const owner = role === 'clerk' ? 'xinxing' : null
    answers[`/api/v1/forms/${form.id}/grid`] = layoutForm(form, {
      units: [unit],
      targets: { xinxing: { investment: '13000' } },
      totals: { investment: '220000' },
      indicators: [],
      owner,
      sample: true,
    })
  }
  const fetchFn: typeof fetch = async (url) => {
    if (line.cut) throw new TypeError('no network')
    const answer = String(url) === '/api/v1/intake/grid' ? await line.file : answers[String(url)]
    if (answer instanceof Response) return answer
    return answer === undefined ? new Response('{}', { status: 404 }) : Response.json(answer)
  }
  return { fetchFn, line }
}

/** The workbench on a machine that may be cut off, and whoever sits at it. */
export function openedWorkbench(role: 'clerk' | 'office' = 'clerk', keep = memoryKeep()) {
  const { fetchFn, line } = service(role)
  const sessions = watchedSessions(sessionStore(localStorage), () => 0)
  const given: PanePorts[] = []
  render(
    <WorkbenchPage
      api={apiClient('', fetchFn)}
      fetchFn={fetchFn}
      keep={keep}
      sessions={sessions}
      preferences={preferenceStore(localStorage, 'zh-CN')}
      pane={(ports) => {
        given.push(ports)
        return <p>窗格</p>
      }}
    />,
  )
  return {
    line,
    keep,
    person: userEvent.setup(),
    signIn: (username = 'xinxing', token = 'token') => act(() => sessions.save(newSession(username, token, 0))),
    signOut: () => act(() => sessions.clear()),
    ports: () => given.at(-1) ?? { workbook: undefined, reportSheets: undefined },
  }
}
