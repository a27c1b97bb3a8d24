/** The languages the pane speaks. What a pack or the service says stays Chinese in both. */
export type Language = 'zh-CN' | 'en-US'

/** The language to begin with, by what the host shows its own menus in. Whoever is not served in their own reads Chinese. */
export function languageOf(hostLanguage: string | undefined): Language {
  return /^en\b/i.test(hostLanguage ?? '') ? 'en-US' : 'zh-CN'
}
