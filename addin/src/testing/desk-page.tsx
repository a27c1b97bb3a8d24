import { FluentProvider, webLightTheme } from '@fluentui/react-components'
import { render } from '@testing-library/react'
import { Suspense, type ReactNode } from 'react'
import { createTexts } from '../i18n/texts.ts'
import { TextsContext } from '../i18n/use-translation.ts'

/** One page of a desk by itself, in Chinese, with whatever service the test hands it. */
export function openPage(page: ReactNode) {
  return render(
    <TextsContext value={createTexts()}>
      <FluentProvider theme={webLightTheme}>
        <Suspense fallback={null}>{page}</Suspense>
      </FluentProvider>
    </TextsContext>,
  )
}

export const answered = <T,>(value: T) => Promise.resolve({ ok: true as const, value })
