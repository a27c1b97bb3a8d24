import { Badge, Button, Caption1, makeStyles, mergeClasses, Spinner, tokens } from '@fluentui/react-components'
import { DocumentTable24Regular } from '@fluentui/react-icons/svg/document-table'
import type { Pack, Unit } from '@kaohe/shared-rules'
import { useCallback, useRef, useState } from 'react'
import { useTranslation } from '../../i18n/use-translation.ts'
import type { TemplateHead, TemplatesApi } from '../../api/templates.ts'
import { useAct } from '../../api/use-act.ts'
import { useLoaded } from '../../api/use-loaded.ts'
import { useCardListStyles } from '../../ui/card-list.styles.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { LoadedView } from '../../ui/LoadedView.tsx'
import { momentText } from '../../ui/moment.ts'
import { Page } from '../../ui/Page.tsx'
import { Refused } from '../../ui/Refused.tsx'
import { TemplatePage } from './TemplatePage.tsx'

const useStyles = makeStyles({
  card: {
    justifyItems: 'start',
  },
  title: { fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere' },
  quiet: { color: tokens.colorNeutralForeground2 },
})

interface TemplatesPageProps {
  readonly api: TemplatesApi
  readonly pack: Pack
  readonly units: readonly Unit[]
  readonly onLapse: () => void
}

/** 表格登记: the office's own annexes, uploaded, put right and confirmed; forms are copies of them from then on. */
export function TemplatesPage({ api, pack, units, onLapse }: TemplatesPageProps) {
  const { t } = useTranslation('office')
  const load = useCallback(() => api.templates(), [api])
  const { loaded, reload } = useLoaded(load, onLapse)
  const { acting, act } = useAct(onLapse)
  const input = useRef<HTMLInputElement>(null)
  const [opened, setOpened] = useState<string | null>(null)
  const busy = acting.step === 'busy'
  const back = () => {
    setOpened(null)
    void reload()
  }
  async function upload(file: File | undefined) {
    if (!file) return
    const made = await act(() => api.upload(file))
    if (made) setOpened(made.template.id)
  }
  if (opened !== null) return <TemplatePage key={opened} {...{ api, pack, units, onLapse }} id={opened} onBack={back} />
  return (
    <Page
      title={t('templates.title')}
      text={t('templates.text')}
      actions={
        <>
          <input
            ref={input}
            type="file"
            accept=".xls,.xlsx"
            hidden
            aria-label={t('templates.file')}
            onChange={({ target }) => {
              void upload(target.files?.[0])
              // The same file can be chosen again once it was mended.
              target.value = ''
            }}
          />
          <Button
            appearance="primary"
            disabled={busy}
            icon={busy ? <Spinner size="tiny" /> : null}
            onClick={() => input.current?.click()}
          >
            {t('templates.upload')}
          </Button>
        </>
      }
    >
      {acting.step === 'refused' && <Refused error={acting.error} />}
      <LoadedView loaded={loaded} onRetry={() => void reload()}>
        {({ templates }) =>
          templates.length === 0 ? (
            <EmptyState icon={<DocumentTable24Regular />} title={t('templates.none')} text={t('templates.noneText')} />
          ) : (
            <TemplateList templates={templates} pack={pack} onOpen={setOpened} />
          )
        }
      </LoadedView>
    </Page>
  )
}

interface TemplateListProps {
  readonly templates: readonly TemplateHead[]
  readonly pack: Pack
  readonly onOpen: (id: string) => void
}

function TemplateList({ templates, pack, onOpen }: TemplateListProps) {
  const cards = useCardListStyles()
  const styles = useStyles()
  const { t } = useTranslation('office')
  return (
    <ul className={cards.list}>
      {templates.map(({ id, form, name, uploadedAt, version, document }) => (
        <li key={id} className={mergeClasses(cards.card, styles.card)} aria-label={id}>
          <div className={cards.line}>
            <span className={styles.title}>{name}</span>
            <Badge appearance="tint" color={version === null ? 'warning' : 'success'}>
              {version === null ? t('templates.open') : t('templates.confirmed', { version })}
            </Badge>
          </div>
          <Caption1 className={styles.quiet}>
            {[
              id,
              pack.forms.find((one) => one.id === form)?.annex ?? form,
              t('templates.uploaded', { time: momentText(uploadedAt) }),
              ...(document === null ? [] : [document]),
            ].join(' · ')}
          </Caption1>
          <Button size="small" onClick={() => onOpen(id)} aria-label={t('templates.lookAt', { id })}>
            {t('templates.look')}
          </Button>
        </li>
      ))}
    </ul>
  )
}
