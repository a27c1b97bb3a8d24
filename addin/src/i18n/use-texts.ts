import { useEffect, useState } from 'react'
import type { Language } from './language.ts'
import { createTexts, type FirstTexts, type Texts } from './texts.ts'

/** Texts in the language asked for; null for the moment in which the first one is still on its way. */
export function useTexts(language: Language, first?: FirstTexts): Texts | null {
  const [texts] = useState(() => createTexts(first))
  const [ready, setReady] = useState(language === 'zh-CN')
  useEffect(() => {
    let wanted = true
    const show = (shown: Language) => {
      if (!wanted) return
      document.documentElement.lang = shown
      setReady(true)
    }
    // Where English cannot be fetched, Chinese is better than nothing.
    texts.speak(language).then(
      () => show(language),
      () => show('zh-CN'),
    )
    return () => {
      wanted = false
    }
  }, [texts, language])
  return ready ? texts : null
}
