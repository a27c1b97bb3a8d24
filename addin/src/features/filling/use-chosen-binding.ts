import { useCallback, useEffect, useState } from 'react'
import type { Keep } from '../../api/keep.ts'
import { chosenBindingKey, chosenBindingOf } from './chosen-binding.ts'
import type { ChosenBinding } from './recognising.ts'

/** What a person said of this workbook, kept with it on this machine. Nobody else writes under the key. */
export function useChosenBinding(keep: Keep, workbook: string) {
  const key = chosenBindingKey(workbook)
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
