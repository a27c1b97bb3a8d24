import i18next, { type i18n } from 'i18next'
import { initReactI18next } from 'react-i18next'
import zhCN from './zh-CN.json' with { type: 'json' }

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: { translation: typeof zhCN }
  }
}

/** Texts of the pane. A second language is one more file of the same keys. */
export function createTexts(language: 'zh-CN' = 'zh-CN'): i18n {
  const texts = i18next.createInstance()
  void texts.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'zh-CN',
    resources: { 'zh-CN': { translation: zhCN } },
    interpolation: { escapeValue: false },
    initAsync: false,
  })
  return texts
}
