import { Button, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle } from '@fluentui/react-components'
import { useEffect, useState } from 'react'
import { useTranslation } from '../../i18n/use-translation.ts'

const AGAIN = 10 * 60 * 1000

interface NewerBuildProps {
  readonly isNewer: () => Promise<boolean>
  readonly onReload: () => void
}

/** Offers to reload once the service hands out a newer pane; asked when the window comes to the front, and now and then. */
export function NewerBuild({ isNewer, onReload }: NewerBuildProps) {
  const { t } = useTranslation()
  const [newer, setNewer] = useState(false)
  useEffect(() => {
    let over = false
    const ask = () =>
      void isNewer().then((answer) => {
        if (!over) setNewer(answer)
      })
    const timer = setInterval(ask, AGAIN)
    window.addEventListener('focus', ask)
    return () => {
      over = true
      clearInterval(timer)
      window.removeEventListener('focus', ask)
    }
  }, [isNewer])
  if (!newer) return null
  return (
    <MessageBar intent="info" layout="multiline" style={{ flexShrink: 0 }}>
      <MessageBarBody>
        <MessageBarTitle>{t('build.newer')}</MessageBarTitle>
        {t('build.hint')}
      </MessageBarBody>
      <MessageBarActions>
        <Button size="small" appearance="primary" onClick={onReload}>
          {t('build.reload')}
        </Button>
      </MessageBarActions>
    </MessageBar>
  )
}
