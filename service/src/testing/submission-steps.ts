import type { TestClient, TestService } from './harness.ts'

const keyOf = (name: string) => ({ 'idempotency-key': `key-${name}-0000` })

/** How a clerk sends a report as it is, each under a key of its own, and what the service has kept of reports. */
export const submissionSteps = (service: () => TestService, clerk: () => TestClient) => ({
  keyOf,
  send: (body: unknown, name = 'first') => clerk().post('/submissions', body, keyOf(name)),
  stored: () => service().db.selectFrom('submission').selectAll().execute(),
})
