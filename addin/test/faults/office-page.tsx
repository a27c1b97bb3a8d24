import { render, type RenderResult } from '@testing-library/react'
import { Suspense, type ReactNode } from 'react'
import { testService, type TestService } from '../../../service/src/testing/harness.ts'
import { apiClient, type SignedInApi } from '../../src/api/client.ts'
import { preferenceStore } from '../../src/ui/preferences.ts'
import { Surroundings } from '../../src/ui/Surroundings.tsx'

interface OfficeBench {
  readonly service: TestService
  show(username: string, page: (api: SignedInApi) => ReactNode): Promise<RenderResult>
}

/** A page of the office's desk in front of the real service, for whoever is signed in. */
export async function officePage(): Promise<OfficeBench> {
  const service = await testService()
  const fetchFn: typeof fetch = (input, init) => {
    const url = new URL(String(input))
    return Promise.resolve(service.request(url.pathname + url.search, init))
  }
  return {
    service,
    async show(username, page) {
      const { token } = await service.signIn(username)
      const api = apiClient('http://service', fetchFn).signedIn(token)
      return render(
        <Surroundings preferences={preferenceStore(localStorage, 'zh-CN')}>
          <Suspense>{page(api)}</Suspense>
        </Surroundings>,
      )
    },
  }
}
