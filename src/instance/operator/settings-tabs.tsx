import { generalSettingsPath, operatorSettingsPath, providersPath } from '../../paths/operator.ts'
import { type Frame, Tabs } from '../../ui/index.ts'
import { words } from '../messages/index.ts'

const places = { times: operatorSettingsPath, title: generalSettingsPath } as const

/** The settings of the operator side by side. */
export function SettingsTabs({ frame, current }: { frame: Frame; current: 'times' | 'title' | 'providers' }) {
  const t = words.for(frame.reader)
  return (
    <Tabs
      label={t('operator.settings')}
      items={[
        ...(['times', 'title'] as const).map((name) => ({
          label: t(`general.${name}`),
          href: places[name].to(),
          current: current === name,
        })),
        { label: t('providers.title'), href: providersPath.to(), current: current === 'providers' },
      ]}
    />
  )
}
