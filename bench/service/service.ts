import type { Probe } from '../row.ts'
import { pages } from './pages.ts'
import { start } from './start.ts'
import { stores } from './stores.ts'
import { submissions } from './submissions.ts'

/** What the service does with HTTP and a disk. Servers and load run in processes of their own, on loopback, and end by themselves. */
export const service: readonly Probe[] = [
  { name: 'service-start', measure: start },
  { name: 'service-submission', measure: submissions },
  { name: 'service-on-postgres', measure: stores },
  { name: 'service-run-page', measure: pages },
]
