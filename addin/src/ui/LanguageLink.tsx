import { Link } from '@fluentui/react-components'
import { useTranslation } from '../i18n/use-translation.ts'
import { usePreferences } from './preferences.ts'

/** Where there is no menu yet: the other language, called by its own name. */
export function LanguageLink() {
  const { t } = useTranslation()
  const [{ language }, choose] = usePreferences()
  const other = language === 'zh-CN' ? 'en-US' : 'zh-CN'
  return (
    <Link as="button" lang={other} onClick={() => choose({ language: other })}>
      {t('app.language')}
    </Link>
  )
}
