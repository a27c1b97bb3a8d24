import { FluentProvider, webLightTheme } from '@fluentui/react-components'
import { render } from '@testing-library/react'
import { Suspense, type ReactNode } from 'react'
import { I18nextProvider } from 'react-i18next'
import { createTexts } from '../i18n/i18n.ts'

/** One page of a desk by itself, in Chinese, with whatever service the test hands it. */
export function openPage(page: ReactNode) {
  return render(
    <I18nextProvider i18n={createTexts()}>
      <FluentProvider theme={webLightTheme}>
        <Suspense fallback={null}>{page}</Suspense>
      </FluentProvider>
    </I18nextProvider>,
  )
}

export const answered = <T,>(value: T) => Promise.resolve({ ok: true as const, value })
