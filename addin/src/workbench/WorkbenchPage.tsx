import { FluentProvider } from '@fluentui/react-components'
import { useState } from 'react'
import { I18nextProvider } from 'react-i18next'
import { createTexts } from '../i18n/i18n.ts'
import { themeOf } from '../ui/theme.ts'
import { useSystemAppearance } from '../ui/use-system-appearance.ts'
import { Workbench, type WorkbenchProps } from './Workbench.tsx'

/** The workbench with texts and theme. The pane in it brings its own, as it does in Excel. */
export function WorkbenchPage(props: WorkbenchProps) {
  const [texts] = useState(() => createTexts())
  const appearance = useSystemAppearance()
  return (
    <I18nextProvider i18n={texts}>
      <FluentProvider theme={themeOf(appearance)}>
        <Workbench {...props} />
      </FluentProvider>
    </I18nextProvider>
  )
}
