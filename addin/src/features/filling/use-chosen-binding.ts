import { useCallback, useEffect, useState } from 'react'
import type { Keep } from '../../api/keep.ts'
import type { ChosenBinding } from './recognising.ts'

const keyOf = (workbook: string) => `binding:${workbook}`

/** What was said of a workbook before; null without that, or where it cannot be read. */
export async function chosenBindingOf(keep: Keep, workbook: string): Promise<ChosenBinding | null> {
  const kept = await keep.get(keyOf(workbook)).catch(() => undefined)
  return kept === undefined ? null : (kept as ChosenBinding)
}

/** What a person said of this workbook, kept with it on this machine. Only this file reads and writes under the key. */
export function useChosenBinding(keep: Keep, workbook: string) {
  const key = keyOf(workbook)
  const [chosen, setChosen] = useState<ChosenBinding | null>(null)
  useEffect(() => {
    let over = false
    void chosenBindingOf(keep, workbook).then((kept) => {
      if (!over && kept) setChosen(kept)
    })
    return () => {
      over = true
    }
  }, [keep, workbook])

  const choose = useCallback(
    (binding: ChosenBinding | null) => {
      setChosen(binding)
      // What cannot be kept still holds until the pane is closed.
      void (binding ? keep.set(key, binding) : keep.remove(key)).catch(() => undefined)
    },
    [keep, key],
  )
  return { chosen, choose }
}
