import { companyDetailsPath, personalDetailsPath } from '../../paths/people.ts'
import {
  Card,
  type Fact,
  Facts,
  type Flash,
  type Frame,
  Grid,
  Icon,
  Link,
  LinkButton,
  Notice,
  Page,
  PageHeading,
} from '../../ui/index.ts'
import { countryName } from '../domain/countries.ts'
import type { KnownPerson, ProfileField } from '../domain/viewer.ts'
import { words } from '../messages/index.ts'
import { ProfileMenu } from './profile-menu.page.tsx'

/** What the pages of a profile show of a person. */
export type ShownPerson = KnownPerson & { readonly profileComplete: boolean }

/** The sentence that says who keeps a field, and the way there. */
export function OwnerNote({ frame, owner }: { frame: Frame; owner: { system: string; href?: string } }) {
  const t = words.for(frame.reader)
  return (
    <>
      {t('profile.owned', { system: owner.system })}{' '}
      {owner.href !== undefined && <Link href={owner.href}>{t('profile.owned.where')}</Link>}
    </>
  )
}

const labels = {
  firstName: 'field.first-name',
  lastName: 'field.last-name',
  preferredFirstName: 'field.preferred-first-name',
  company: 'field.company',
  country: 'field.country',
  siteAddress: 'field.site-address',
  companyPhone: 'field.company-phone',
} as const

function ownerHelp(frame: Frame, person: ShownPerson, field: ProfileField | 'address') {
  const owner = person.ownedFields[field]
  return (
    owner && (
      <>
        <Icon name="lock" size={16} /> <OwnerNote frame={frame} owner={owner} />
      </>
    )
  )
}

function fact(frame: Frame, person: ShownPerson, field: ProfileField): Fact {
  const t = words.for(frame.reader)
  const value =
    field === 'country' && person.country ? countryName(frame.reader.locale, person.country) : person[field]
  return {
    label: t(labels[field]),
    value: value === '' ? <span class="muted">{t('profile.none')}</span> : <bdi>{value}</bdi>,
    help: ownerHelp(frame, person, field),
  }
}

type Props = { frame: Frame; person: ShownPerson; flash?: Flash | undefined; back?: string | undefined }

/** Profile Management: who one is, in two cards; `back` is the page that one came from to correct something. */
export function ProfilePage({ frame, person, flash, back }: Props) {
  const t = words.for(frame.reader)
  return (
    <Page frame={frame} title={t('profile.title')} flash={flash} wide>
      <PageHeading title={t('profile.title')} lead={t('profile.lead')} />
      <ProfileMenu reader={frame.reader} current="personal" />
      {back && (
        <p>
          <LinkButton href={back} icon="arrow-left">
            {t('profile.back')}
          </LinkButton>
        </p>
      )}
      {!person.profileComplete && (
        <Notice kind="warning" still title={t('profile.incomplete')}>
          {t('profile.incomplete.text')}
        </Notice>
      )}
      <Cards frame={frame} person={person} back={back} />
    </Page>
  )
}

function Cards({ frame, person, back }: Props) {
  const t = words.for(frame.reader)
  const edit = (href: string, label: string) => (
    <LinkButton href={href} small icon="pencil" label={label}>
      {t('profile.edit')}
    </LinkButton>
  )
  const facts = (...names: ProfileField[]) => names.map((name) => fact(frame, person, name))
  const help = ownerHelp(frame, person, 'address')
  const address = { label: t('field.address'), value: <bdi>{person.address}</bdi>, help }
  const userId = { label: t('field.user-id'), value: <bdi>{person.directoryId ?? person.address}</bdi> }
  return (
    <Grid>
      <Card
        title={t('profile.personal')}
        action={edit(personalDetailsPath.to(back), t('profile.edit-personal'))}
      >
        <Facts items={[...facts('firstName', 'lastName', 'preferredFirstName'), address, userId]} />
      </Card>
      <Card
        title={t('profile.company')}
        action={edit(companyDetailsPath.to(back), t('profile.edit-company'))}
      >
        <Facts items={facts('company', 'country', 'siteAddress', 'companyPhone')} />
      </Card>
    </Grid>
  )
}
