import { timeZones, zoneToday } from '../../kernel/time-zones.ts'
import {
  awayPath,
  changeAddressPath,
  changePasswordPath,
  notificationsPath,
  preferencesPath,
  sessionsPath,
  tokensPath,
  verifyAgainPath,
} from '../../paths/people.ts'
import { languageNames, locales } from '../../platform/i18n/reader.ts'
import {
  Badge,
  Button,
  Entries,
  type Entry,
  type Flash,
  Form,
  FormActions,
  type Frame,
  Grid,
  type IconName,
  Page,
  PageHeading,
  Section,
  Select,
  Stack,
  SubmitButton,
} from '../../ui/index.ts'
import { words } from '../messages/index.ts'
import { OwnerNote, type ShownPerson } from '../profile/profile.page.tsx'
import { type LinkedProvider, LinkedProviders } from './providers.tsx'
import { ProfileMenu } from '../profile/profile-menu.page.tsx'

function Preferences({ frame, person }: { frame: Frame; person: ShownPerson }) {
  const { reader } = frame
  const t = words.for(reader)
  return (
    <Section title={t('settings.preferences')} lead={t('settings.preferences.lead')}>
      <Form action={preferencesPath.to()}>
        <Select
          reader={reader}
          name="locale"
          label={t('settings.language')}
          required
          options={locales.map((locale) => ({ value: locale, label: languageNames[locale] }))}
          value={person.locale}
          width="medium"
        />
        <Select
          reader={reader}
          name="timeZone"
          label={t('settings.time-zone')}
          required
          options={timeZones().map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }))}
          value={zoneToday(person.timeZone)}
        />
        <FormActions>
          <SubmitButton>{t('profile.save')}</SubmitButton>
        </FormActions>
      </Form>
      <Entries
        items={[
          {
            icon: 'calendar',
            label: t('settings.away'),
            href: awayPath.to(),
            help: t('settings.away.text'),
          },
          {
            icon: 'bell',
            label: t('settings.notifications'),
            href: notificationsPath.to(),
            help: t('settings.notifications.text'),
          },
        ]}
      />
    </Section>
  )
}

function entries({ frame, person }: { frame: Frame; person: ShownPerson }): Entry[] {
  const t = words.for(frame.reader)
  const state = person.verified ? t('settings.address.verified') : t('settings.address.unverified')
  const address: Entry = {
    icon: 'mail',
    label: t('settings.address.change'),
    href: changeAddressPath.to(),
    help: (
      <>
        <bdi>{person.address}</bdi> <Badge tone={person.verified ? 'green' : 'amber'}>{state}</Badge>
      </>
    ),
  }
  const entry = (name: 'password' | 'sessions' | 'tokens', icon: IconName, href: string): Entry => ({
    icon,
    label: name === 'password' ? t('settings.password.change') : t(`settings.${name}`),
    href,
    help: t(`settings.${name}.text`),
  })
  return [
    ...(person.ownedFields.address ? [] : [address]),
    entry('password', 'lock', changePasswordPath.to()),
    entry('sessions', 'monitor', sessionsPath.to()),
    entry('tokens', 'key-round', tokensPath.to()),
  ]
}

function SignIn({ frame, person }: { frame: Frame; person: ShownPerson }) {
  const t = words.for(frame.reader)
  const owner = person.ownedFields.address
  return (
    <Section title={t('settings.sign-in')} lead={t('settings.sign-in.lead')}>
      <Entries items={entries({ frame, person })} />
      {owner && (
        <p class="muted">
          <bdi>{person.address}</bdi> <OwnerNote frame={frame} owner={owner} />
        </p>
      )}
      {!person.verified && (
        <Form action={verifyAgainPath.to()}>
          <FormActions>
            <Button>{t('settings.address.send')}</Button>
          </FormActions>
        </Form>
      )}
    </Section>
  )
}

/** The settings of Profile Management: language, time zone, and all that has to do with signing in. */
export function SettingsPage(props: {
  frame: Frame
  person: ShownPerson
  linked: readonly LinkedProvider[]
  flash?: Flash | undefined
}) {
  const { frame, person } = props
  const t = words.for(frame.reader)
  return (
    <Page frame={frame} title={t('settings.title')} flash={props.flash} wide>
      <PageHeading title={t('profile.title')} lead={t('profile.lead')} />
      <ProfileMenu reader={frame.reader} current="settings" />
      <Grid>
        <Preferences frame={frame} person={person} />
        <Stack>
          <SignIn frame={frame} person={person} />
          <LinkedProviders frame={frame} linked={props.linked} />
        </Stack>
      </Grid>
    </Page>
  )
}
