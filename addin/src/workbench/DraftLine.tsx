import { Caption1, makeStyles, tokens } from '@fluentui/react-components'
import type { DraftState } from './use-draft.ts'

const useStyles = makeStyles({
  quiet: { color: tokens.colorNeutralForeground3 },
  bad: { color: tokens.colorStatusDangerForeground1, fontWeight: tokens.fontWeightSemibold },
})

/** Kept here is not handed in: the reader is told both. */
export function DraftLine({ state, form }: { readonly state: DraftState; readonly form: boolean }) {
  const styles = useStyles()
  return (
    <Caption1 role="status" className={state === 'not-saved' ? styles.bad : styles.quiet}>
      {state === 'saved' && form ? `${texts.saved}已保存不等于已报送。` : texts[state]}
    </Caption1>
  )
}

const texts: Readonly<Record<DraftState, string>> = {
  untouched: '',
  saving: '正在保存草稿…',
  saved: '草稿已存在本机浏览器。',
  'not-saved': '草稿没有存上：请不要关闭本页，先报送或腾出磁盘空间。',
}
