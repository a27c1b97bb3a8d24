import { Badge, Button, Caption1, makeStyles, tokens } from '@fluentui/react-components'
import { ArrowDownload20Regular } from '@fluentui/react-icons/svg/arrow-download'
import { ArrowLeft20Regular } from '@fluentui/react-icons/svg/arrow-left'
import type { Pack, Unit } from '@kaohe/shared-rules'
import { useCallback, useState } from 'react'
import { useTranslation } from '../../i18n/use-translation.ts'
import type { Template, TemplatesApi } from '../../api/templates.ts'
import { useAct } from '../../api/use-act.ts'
import { useLoaded } from '../../api/use-loaded.ts'
import { LoadedView } from '../../ui/LoadedView.tsx'
import { Page } from '../../ui/Page.tsx'
import { Refused } from '../../ui/Refused.tsx'
import { saveFile } from '../../ui/save-file.ts'
import { BindDialog } from './BindDialog.tsx'
import { Columns } from './Columns.tsx'
import { ConfirmDialog } from './ConfirmDialog.tsx'
import { SheetPicture } from './SheetPicture.tsx'
import { TemplateDifferences } from './TemplateDifferences.tsx'

const useStyles = makeStyles({
  line: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px' },
  quiet: { color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
  pictures: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 420px), 1fr))',
    gap: tokens.spacingHorizontalL,
    alignItems: 'start',
  },
})

interface TemplatePageProps {
  readonly api: TemplatesApi
  readonly pack: Pack
  readonly units: readonly Unit[]
  readonly id: string
  readonly onBack: () => void
  readonly onLapse: () => void
}

/** One annex: where its columns are, what differs, how it will look when issued, and its confirmation. */
export function TemplatePage({ api, pack, units, id, onBack, onLapse }: TemplatePageProps) {
  const { t } = useTranslation('office')
  const load = useCallback(() => api.template(id), [api, id])
  const { loaded, reload } = useLoaded(load, onLapse)
  return (
    <Page
      title={loaded.step === 'loaded' ? `${id} ${loaded.value.template.name}` : id}
      actions={
        <Button icon={<ArrowLeft20Regular />} onClick={onBack}>
          {t('templates.back')}
        </Button>
      }
    >
      <LoadedView loaded={loaded} onRetry={() => void reload()}>
        {({ template }) => (
          <OpenedTemplate {...{ api, pack, units, template, onLapse }} onChanged={() => void reload()} />
        )}
      </LoadedView>
    </Page>
  )
}

interface OpenedTemplateProps extends Pick<TemplatePageProps, 'api' | 'pack' | 'units' | 'onLapse'> {
  readonly template: Template
  readonly onChanged: () => void
}

function OpenedTemplate({ api, pack, units, template, onChanged, onLapse }: OpenedTemplateProps) {
  const styles = useStyles()
  const { t } = useTranslation('office')
  const { acting, act } = useAct(onLapse)
  const [binding, setBinding] = useState<string | null>(null)
  const [confirming, setConfirming] = useState(false)
  const { id, version, document, unfound, issued } = template
  const form = pack.forms.find((one) => one.id === template.form)
  const isOpen = version === null
  const done = () => {
    setBinding(null)
    setConfirming(false)
    onChanged()
  }
  async function save(copy: 'original' | 'converted') {
    const file = await act(() => api.file(`/templates/${id}/file?copy=${copy}`))
    if (file) saveFile(file, copy === 'original' ? template.name : template.name.replace(/\.\w+$/, '.xlsx'))
  }
  const sheetIn = (sheets: Template['annex']) => sheets.find(({ name }) => name === template.binding.sheet)
  const pictures = (['annex', 'issued'] as const).flatMap((which) => {
    const sheet = sheetIn(which === 'annex' ? template.annex : (issued?.sheets ?? []))
    return sheet ? [[which, sheet] as const] : []
  })
  const dialog = { api, template, onDone: done, onLapse }
  return (
    <>
      <div className={styles.line}>
        <Badge appearance="tint" color={isOpen ? 'warning' : 'success'}>
          {isOpen ? t('templates.open') : t('templates.confirmed', { version })}
        </Badge>
        {isOpen && (
          <Button
            appearance="primary"
            size="small"
            disabled={unfound.some(({ required }) => required)}
            onClick={() => setConfirming(true)}
          >
            {t('templates.confirm')}
          </Button>
        )}
        {(['original', 'converted'] as const).map((copy) => (
          <Button key={copy} size="small" icon={<ArrowDownload20Regular />} onClick={() => void save(copy)}>
            {t(`templates.copy.${copy}`)}
          </Button>
        ))}
      </div>
      <Caption1 className={styles.quiet}>
        {[
          form ? `${form.annex} ${form.title}` : template.form,
          t('templates.sheet', { sheet: template.binding.sheet }),
          t('templates.hash', { hash: template.sha256.slice(0, 12) }),
          ...(document === null ? [] : [document]),
        ].join(' · ')}
      </Caption1>
      {acting.step === 'refused' && <Refused error={acting.error} />}
      <Columns template={template} onBind={isOpen ? setBinding : null} />
      <TemplateDifferences differences={template.differences} pack={pack} units={units} />
      <div className={styles.pictures}>
        {pictures.map(([which, sheet]) => (
          <SheetPicture key={which} title={t(`templates.picture.${which}`)} sheet={sheet} />
        ))}
      </div>
      {binding !== null && <BindDialog {...dialog} column={binding} onClose={() => setBinding(null)} />}
      {confirming && <ConfirmDialog {...dialog} onClose={() => setConfirming(false)} />}
    </>
  )
}
