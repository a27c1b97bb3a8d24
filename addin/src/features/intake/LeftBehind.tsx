import { MessageBar, MessageBarBody } from '@fluentui/react-components'
import { useTranslation } from '../../i18n/use-translation.ts'
import { mostFiles, type LeftOut } from './intake.ts'

/** Files that were not sent at all, and why. */
export function LeftBehind({ left }: { readonly left: readonly LeftOut[] }) {
  const { t } = useTranslation('intake')
  if (left.length === 0) return null
  const names = (why: LeftOut['why']) => left.filter((one) => one.why === why).map(({ name }) => name)
  const [others, tooMany] = [names('not-excel'), names('too-many')]
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>
        {others.length > 0 && <div>{t('notExcel', { names: others.join(t('comma')) })}</div>}
        {tooMany.length > 0 && <div>{t('tooMany', { most: mostFiles, names: tooMany.join(t('comma')) })}</div>}
      </MessageBarBody>
    </MessageBar>
  )
}
