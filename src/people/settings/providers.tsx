import { unlinkPath } from '../../paths/people.ts'
import { formatDate } from '../../platform/i18n/format.ts'
import { Button, Form, type Frame, Items, Section } from '../../ui/index.ts'
import { words } from '../messages/index.ts'

/** An identity provider that somebody is linked with. */
export type LinkedProvider = {
  readonly id: string
  readonly name: string
  readonly isOn: boolean
  readonly linkedAt: Date
}

/** The organisations that somebody signs in with, each to remove; nothing when there is none. */
export function LinkedProviders({ frame, linked }: { frame: Frame; linked: readonly LinkedProvider[] }) {
  const { reader } = frame
  const t = words.for(reader)
  if (linked.length === 0) return null
  return (
    <Section title={t('settings.providers')} lead={t('settings.unlink.text')}>
      <Items
        items={linked.map(({ id, name, isOn, linkedAt }) => ({
          title: <bdi>{name}</bdi>,
          text: t(isOn ? 'settings.providers.since' : 'settings.providers.off', {
            date: formatDate(reader, linkedAt, 'date'),
          }),
          action: (
            <Form action={unlinkPath.to(id)}>
              <Button small label={t('settings.unlink.whose', { name })}>
                {t('settings.unlink')}
              </Button>
            </Form>
          ),
        }))}
      />
    </Section>
  )
}
