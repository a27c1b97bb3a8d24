import { TableEdit24Regular } from '@fluentui/react-icons/svg/table-edit'
import { EmptyState } from '../ui/EmptyState.tsx'

/** Before anybody signed in: what will be here, and where to begin. */
export function SignedOut() {
  return (
    <EmptyState
      icon={<TableEdit24Regular />}
      title="登录后在这里填表"
      text="请先在填报窗格中登录。随后这里打开本单位的官方表格，可以直接输入，也可以从 Excel 或 WPS 整块粘贴；内容自动存在本机浏览器里，按下提交之前不会离开这台电脑。"
    />
  )
}
