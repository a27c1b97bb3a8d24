// @vitest-environment jsdom
import { describe, expect, it } from 'vitest'
import { newerBuild } from './newer-build.ts'

const page = {
  location: { pathname: '/taskpane.html' } as Location,
  querySelector: (_: string) => script,
} as unknown as Document
const script = document.createElement('script')
script.setAttribute('src', '/assets/taskpane-abc.js')
const served = (html: string, status = 200) => newerBuild(async () => new Response(html, { status }), page)

describe('newerBuild', () => {
  it('finds that the page starts from another script now', async () => {
    expect(await served('<script type="module" src="/assets/taskpane-new.js"></script>')).toBe(true)
    expect(await served('<script type="module" src="/assets/taskpane-abc.js"></script>')).toBe(false)
  })

  it('takes no network, a failing service and a stranger’s page for no news', async () => {
    expect(await newerBuild(async () => Promise.reject(new TypeError('no network')), page)).toBe(false)
    expect(await served('oops', 503)).toBe(false)
    expect(await served('<html>Bad gateway</html>')).toBe(false)
  })
})
