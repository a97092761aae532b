import {
  generalSettingsPath,
  mailSettingsPath,
  operatorSettingsPath,
  providersPath,
} from '../../paths/operator.ts'
import { type Frame, Tabs } from '../../ui/index.ts'
import { words } from '../messages/index.ts'

const pages = [
  { page: 'times', label: 'general.times', path: operatorSettingsPath },
  { page: 'title', label: 'general.title', path: generalSettingsPath },
  { page: 'mail', label: 'mail-server.title', path: mailSettingsPath },
  { page: 'providers', label: 'providers.title', path: providersPath },
] as const

/** The settings of the operator side by side. */
export function SettingsTabs({
  frame,
  current,
}: {
  readonly frame: Frame
  readonly current: (typeof pages)[number]['page']
}) {
  const t = words.for(frame.reader)
  return (
    <Tabs
      label={t('operator.settings')}
      items={pages.map(({ page, label, path }) => ({
        label: t(label),
        href: path.to(),
        current: page === current,
      }))}
    />
  )
}
