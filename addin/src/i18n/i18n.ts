import i18next, { type i18n } from 'i18next'
import { initReactI18next } from 'react-i18next'
import type { Language } from './language.ts'
import { laterTexts } from './later-texts.ts'
import type intake from './intake.zh-CN.json'
import type office from './office.zh-CN.json'
import type projects from './projects.zh-CN.json'
import type rectifications from './rectifications.zh-CN.json'
import type judging from './judging.zh-CN.json'
import type verifying from './verifying.zh-CN.json'
import zhCN from './zh-CN.json' with { type: 'json' }

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: {
      translation: typeof zhCN
      verifying: typeof verifying
      office: typeof office
      intake: typeof intake
      judging: typeof judging
      rectifications: typeof rectifications
      projects: typeof projects
    }
  }
}

/** Texts of the pane, in Chinese until another language is asked for. What a language lacks is said in Chinese. */
export function createTexts(): i18n {
  const texts = i18next.createInstance()
  void texts
    .use(laterTexts)
    .use(initReactI18next)
    .init({
      lng: 'zh-CN',
      fallbackLng: 'zh-CN',
      resources: { 'zh-CN': { translation: zhCN } },
      partialBundledLanguages: true,
      interpolation: { escapeValue: false },
      initAsync: false,
    })
  return texts
}

/** Fetches the language where it is not here yet, then speaks it. Rejects when it cannot be fetched; then nothing changed. */
export async function speak(texts: i18n, language: Language): Promise<void> {
  if (!texts.hasResourceBundle(language, 'translation')) {
    const { default: enUS } = await import('./en-US.json', { with: { type: 'json' } })
    texts.addResourceBundle('en-US', 'translation', enUS)
  }
  await texts.changeLanguage(language)
}
