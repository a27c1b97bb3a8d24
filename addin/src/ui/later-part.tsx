import { Spinner } from '@fluentui/react-components'
import { lazy, Suspense, useState, type ComponentType, type ReactNode } from 'react'
import { useTranslation } from '../i18n/use-translation.ts'
import type { LaterChunk } from './later-chunk.ts'
import { PartComing } from './PartComing.tsx'

/** A component out of a chunk that comes later. It is drawn at once where the chunk is here, and waits with a word where it is not. */
export function laterPart<Chunk, Props extends object>(
  chunk: LaterChunk<Chunk>,
  pick: (chunk: Chunk) => ComponentType<Props>,
  waiting: ReactNode = <Coming />,
): ComponentType<Props> {
  const Waiting: ComponentType<Props> = lazy(async () => ({ default: pick(await chunk.fetch()) }))
  return function LaterPart(props: Props) {
    // For as long as it is mounted it stays the one it was: another type would begin anew and lose what was typed in it.
    const [Part] = useState<ComponentType<Props>>(() => {
      const here = chunk.here()
      return here ? pick(here) : Waiting
    })
    return (
      <Suspense fallback={<PartComing>{waiting}</PartComing>}>
        <Part {...props} />
      </Suspense>
    )
  }
}

function Coming() {
  const { t } = useTranslation()
  return <Spinner size="small" label={t('app.coming')} />
}
