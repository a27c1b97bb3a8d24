import { expect, it } from 'vitest'
import { testService } from '../testing/harness.ts'

/** A body that tells no length and has no end; and how much of it was asked for. */
function endless() {
  let pieces = 0
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      pieces += 1
      controller.enqueue(new Uint8Array(64 * 1024))
    },
  })
  return { body, asked: () => pieces }
}

it.each(['/api/v1/intake', '/api/v1/templates', '/api/v1/evidence', '/api/v1/submissions'])(
  'nobody who is not signed in makes the service read what is sent to %s',
  async (path) => {
    const service = await testService()
    const { body, asked } = endless()
    const response = await service.request(path, { method: 'POST', body, duplex: 'half' } as RequestInit)
    expect(response.status).toBe(401)
    // A stream fetches one piece ahead by itself.
    expect(asked()).toBeLessThan(3)
  },
)
