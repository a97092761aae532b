import { smartAccountsPath } from '../paths/accounts.ts'
import type { Reader } from '../platform/i18n/reader.ts'
import { Tabs } from '../ui/index.ts'
import { words } from './messages/index.ts'

// Its slice lies above this one, its address on the ground below both.
const servicesAndSupport = '/access/services-and-support'

/** The tabs of Access Management: the two that are built in, then those of the configuration. */
export function AccessTabs(props: {
  reader: Reader
  current: 'smart-accounts' | 'services'
  /** `platform.settings.tabs`. */
  more: readonly { readonly label: { readonly en: string; readonly fr: string }; readonly href: string }[]
}) {
  const t = words.for(props.reader)
  return (
    <Tabs
      label={t('access.tabs')}
      items={[
        {
          label: t('access.tab.services'),
          href: servicesAndSupport,
          current: props.current === 'services',
        },
        {
          label: t('access.tab.smart-accounts'),
          href: smartAccountsPath.to(),
          current: props.current === 'smart-accounts',
        },
        ...props.more.map(({ label, href }) => ({ label: label[props.reader.locale], href })),
      ]}
    />
  )
}
