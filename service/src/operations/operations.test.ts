import { describe, expect, it } from 'vitest'
import { investment, testService } from '../testing/harness.ts'

describe('/readyz', () => {
  it('is ok while the database answers, and 503 once it does not, while /livez stays ok', async () => {
    const service = await testService({ accounts: false })
    const ready = await service.request('/readyz')
    expect([ready.status, await ready.json()]).toEqual([200, { status: 'ok' }])

    await service.close()
    const gone = await service.request('/readyz')
    expect(gone.status).toBe(503)
    expect(gone.headers.get('retry-after')).toBe('5')
    expect(await gone.json()).toMatchObject({ type: '/problems/unavailable' })
    expect((await service.request('/livez')).status).toBe(200)
  })
})

describe('/metrics', () => {
  it('counts requests by route pattern and status', async () => {
    const service = await testService()
    const clerk = await service.signIn('xinxing')
    await clerk.get('/receipts/2019-000001')
    await clerk.get('/receipts/2019-000002')
    const response = await service.request('/metrics')
    const text = await response.text()
    expect(response.headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/)
    expect(text).toContain(
      'kaohe_http_request_duration_seconds_count{method="GET",route="/api/v1/receipts/:number",status="404"} 2\n',
    )
    expect(text).toMatch(/^process_resident_memory_bytes \d+$/m)
    await service.close()
  })

  it('says nothing of figures, units, accounts or receipts', async () => {
    const service = await testService()
    const receipt = await service.submit(await service.signIn('xinxing'), investment('6543.21'))
    await (await service.signIn('xinxing')).get(`/receipts/${receipt.number}?unit=heping`)
    await (await service.signIn('office')).get('/forms/investment/grid?unit=heping')
    const text = await (await service.request('/metrics')).text()
    expect(text).toContain('route="/api/v1/submissions"')
    expect(text).not.toMatch(/6543\.21|xinxing|heping|新兴|和平|investment|office"|2019-/)
    await service.close()
  })

  it('keeps one series for whatever is no route', async () => {
    const service = await testService({ accounts: false })
    for (let n = 0; n < 20; n++) await service.request(`/api/v1/probe-${n}`, { method: 'PUT' })
    const text = await (await service.request('/metrics')).text()
    expect(text).not.toContain('probe-')
    expect(text.match(/_count\{method="other",route="other",status="404"\} 20\n/g)).toHaveLength(1)
    await service.close()
  })
})
