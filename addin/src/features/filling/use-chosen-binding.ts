import { useCallback, useEffect, useState } from 'react'
import type { Keep } from '../../api/keep.ts'
import type { ChosenBinding } from './recognising.ts'

/** What a person said of this workbook, kept with it on this machine. Only this file reads and writes under the key. */
export function useChosenBinding(keep: Keep, workbook: string) {
  const key = `binding:${workbook}`
  const [chosen, setChosen] = useState<ChosenBinding | null>(null)
  useEffect(() => {
    let over = false
    void keep
      .get(key)
      .catch(() => undefined)
      .then((kept) => {
        if (!over && kept !== undefined) setChosen(kept as ChosenBinding)
      })
    return () => {
      over = true
    }
  }, [keep, key])

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
