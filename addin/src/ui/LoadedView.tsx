import { Spinner } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { useTranslation } from '../i18n/use-translation.ts'
import type { Loaded } from '../api/use-loaded.ts'
import { Refused } from './Refused.tsx'

interface LoadedViewProps<T> {
  readonly loaded: Loaded<T>
  readonly onRetry: () => void
  readonly children: (value: T) => ReactNode
}

/** Something asked of the service: on its way, refused, or there, with a word when it could not be fetched anew. */
export function LoadedView<T>({ loaded, onRetry, children }: LoadedViewProps<T>) {
  const { t } = useTranslation()
  switch (loaded.step) {
    case 'loading':
      return <Spinner size="small" label={t('app.loading')} />
    case 'failed':
      return <Refused error={loaded.error} onRetry={onRetry} />
    case 'loaded':
      return (
        <>
          {loaded.stale && <Refused error={loaded.stale} onRetry={onRetry} />}
          {children(loaded.value)}
        </>
      )
  }
}
