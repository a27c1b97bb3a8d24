import { useTranslation } from '../../i18n/use-translation.ts'
import type { Contact } from '../../api/registers.ts'
import { useRegisterStyles } from './registers.styles.ts'

/** Who has which duty, how to reach them, and from when to when. */
export function ContactLines({ contacts }: { readonly contacts: readonly Contact[] }) {
  const styles = useRegisterStyles()
  const { t } = useTranslation('office')
  return (
    <ul className={styles.plain}>
      {contacts.map(({ duty, name, phone, account, from, to }) => (
        <li key={`${duty} ${name} ${from} ${to}`}>
          {[
            `${t(`registers.duty.${duty}`)} ${name} ${phone}`,
            ...(account === null ? [] : [t('registers.account', { account })]),
            ...(from === null ? [] : [t('registers.from', { day: from })]),
            ...(to === null ? [] : [t('registers.to', { day: to })]),
          ].join(' · ')}
        </li>
      ))}
    </ul>
  )
}
