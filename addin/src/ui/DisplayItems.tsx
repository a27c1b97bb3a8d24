import { MenuItem } from '@fluentui/react-components'
import { useTranslation } from '../i18n/use-translation.ts'
import { usePreferences } from './preferences.ts'

/** Two lines of a menu: amounts in another unit, and the other language, each named as what it brings. */
export function DisplayItems() {
  const { t } = useTranslation()
  const [{ figures }, choose] = usePreferences()
  const other = figures === 'yi' ? 'as-issued' : 'yi'
  return (
    <>
      <MenuItem onClick={() => choose({ figures: other })}>
        {t(other === 'yi' ? 'app.figures.yi' : 'app.figures.asIssued')}
      </MenuItem>
      <LanguageItem />
    </>
  )
}

function LanguageItem() {
  const { t } = useTranslation()
  const [{ language }, choose] = usePreferences()
  const other = language === 'zh-CN' ? 'en-US' : 'zh-CN'
  return (
    <MenuItem lang={other} onClick={() => choose({ language: other })}>
      {t('app.language')}
    </MenuItem>
  )
}
