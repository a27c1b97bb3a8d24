import { Button, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components'
import { Dismiss16Regular } from '@fluentui/react-icons/svg/dismiss'
import { useState } from 'react'
import type { OpenedForm } from './open-form.ts'

/** Says once that what is on the sheet was typed earlier, or why it is not there. */
export function DraftNotice({ draft }: Pick<OpenedForm, 'draft'>) {
  const [read, setRead] = useState(false)
  if (read || draft === 'none') return null
  return (
    <MessageBar intent={draft === 'restored' ? 'info' : 'warning'}>
      <MessageBarBody>{draft === 'restored' ? restored : outdated}</MessageBarBody>
      <MessageBarActions
        containerAction={
          <Button
            appearance="transparent"
            icon={<Dismiss16Regular />}
            aria-label="知道了"
            onClick={() => setRead(true)}
          />
        }
      />
    </MessageBar>
  )
}

const restored = '已恢复上次在这台电脑上填写的内容。草稿只存在本机浏览器，报送以回执为准。'
const outdated = '这张表已重新下发，栏目有变动，上次的草稿没有套用；请按新表填写。旧草稿仍存在本机。'
