import {
  changeAddressPath,
  changePasswordPath,
  preferencesPath,
  sessionsPath,
  tokensPath,
  verifyAgainPath,
} from '../../paths/people.ts'
import { languageNames, locales } from '../../platform/i18n/reader.ts'
import {
  Badge,
  Button,
  Card,
  Facts,
  type Flash,
  Form,
  FormActions,
  type Frame,
  Grid,
  LinkButton,
  Page,
  PageHeading,
  Select,
  SubmitButton,
} from '../../ui/index.ts'
import { timeZones } from '../domain/time-zones.ts'
import { words } from '../messages/index.ts'
import type { ShownPerson } from '../profile/profile.page.tsx'
import { ProfileMenu } from '../profile/profile-menu.page.tsx'

function Preferences({ frame, person }: { frame: Frame; person: ShownPerson }) {
  const { reader } = frame
  const t = words.for(reader)
  return (
    <Card title={t('settings.preferences')}>
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
          help={t('settings.preferences.lead')}
          required
          options={timeZones().map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }))}
          value={person.timeZone}
        />
        <FormActions>
          <SubmitButton>{t('profile.save')}</SubmitButton>
        </FormActions>
      </Form>
    </Card>
  )
}

function SignIn({ frame, person }: { frame: Frame; person: ShownPerson }) {
  const t = words.for(frame.reader)
  const state = person.verified ? t('settings.address.verified') : t('settings.address.unverified')
  const address = (
    <>
      <bdi>{person.address}</bdi> <Badge tone={person.verified ? 'green' : 'amber'}>{state}</Badge>
    </>
  )
  return (
    <Card title={t('settings.sign-in')}>
      <Facts items={[{ label: t('field.address'), value: address }]} />
      <div class="actions">
        <LinkButton href={changeAddressPath.to()}>{t('settings.address.change')}</LinkButton>
        <LinkButton href={changePasswordPath.to()}>{t('settings.password.change')}</LinkButton>
      </div>
      {!person.verified && (
        <Form action={verifyAgainPath.to()}>
          <Button>{t('settings.address.send')}</Button>
        </Form>
      )}
    </Card>
  )
}

/** The settings of Profile Management: language, time zone, and all that has to do with signing in. */
export function SettingsPage(props: { frame: Frame; person: ShownPerson; flash?: Flash | undefined }) {
  const { frame, person } = props
  const t = words.for(frame.reader)
  return (
    <Page frame={frame} title={t('settings.title')} flash={props.flash} wide>
      <PageHeading title={t('profile.title')} lead={t('profile.lead')} />
      <ProfileMenu reader={frame.reader} current="settings" />
      <Grid>
        <Preferences frame={frame} person={person} />
        <SignIn frame={frame} person={person} />
        <Card title={t('settings.sessions')}>
          <p>{t('settings.sessions.text')}</p>
          <LinkButton href={sessionsPath.to()}>{t('settings.sessions.open')}</LinkButton>
        </Card>
        <Card title={t('settings.tokens')}>
          <p>{t('settings.tokens.text')}</p>
          <LinkButton href={tokensPath.to()}>{t('settings.tokens.open')}</LinkButton>
        </Card>
      </Grid>
    </Page>
  )
}
