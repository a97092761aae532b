import type { Child } from '#jsx'
import { companyDetailsPath, personalDetailsPath, profilePath } from '../../paths/people.ts'
import { Field, type Frame, Hidden, Select } from '../../ui/index.ts'
import { countries, countryName } from '../domain/countries.ts'
import type { ProfileField } from '../domain/viewer.ts'
import { FormPage, SubmitOrCancel } from '../form.page.tsx'
import { type Again, again } from '../form-fields.ts'
import { words } from '../messages/index.ts'
import { OwnerNote, type ShownPerson } from '../profile/profile.page.tsx'
import { profileCrumbs } from '../profile/profile-menu.page.tsx'

type Props = { frame: Frame; person: ShownPerson; next?: string | undefined } & Again
type Kind = {
  type?: 'text' | 'tel'
  autocomplete: string
  required?: boolean
  help?: string
  width?: 'medium' | 'full'
}

/** A field of the profile; when another system keeps it, it is shown, not sent, and says so. */
function ProfileText(props: { of: Props; name: ProfileField; label: string; kind: Kind }) {
  const { of, name, label, kind } = props
  const { frame, person } = of
  const t = words.for(frame.reader)
  const form = again(t, of)
  const owner = person.ownedFields[name]
  const kept = name === 'country' ? countryName(frame.reader.locale, person.country) : person[name]
  return (
    <Field
      reader={frame.reader}
      {...kind}
      name={owner ? '' : name}
      id={name}
      label={label}
      maxlength={200}
      value={owner ? kept : form.value(name, person[name])}
      error={owner ? undefined : form.error(name)}
      readOnly={owner !== undefined}
      readOnlyNote={owner && <OwnerNote frame={frame} owner={owner} />}
    />
  )
}

function Country({ of }: { of: Props }) {
  const { frame, person } = of
  const t = words.for(frame.reader)
  const form = again(t, of)
  const label = t('field.country')
  if (person.ownedFields.country)
    return <ProfileText of={of} name="country" label={label} kind={{ autocomplete: 'off' }} />
  return (
    <Select
      reader={frame.reader}
      name="country"
      label={label}
      required
      placeholder={t('field.country.choose')}
      options={countries(frame.reader.locale)}
      value={form.value('country', person.country)}
      autocomplete="country"
      error={form.error('country')}
    />
  )
}

type Details = { of: Props; title: string; action: string; children?: Child }

function DetailsPage({ of, title, action, children }: Details) {
  const { reader } = of.frame
  const t = words.for(reader)
  return (
    <FormPage
      frame={of.frame}
      title={title}
      action={action}
      errors={again(t, of).summary}
      breadcrumb={profileCrumbs(reader, 'personal', title)}
    >
      {children}
      {of.next !== undefined && <Hidden name="next" value={of.next} />}
      <SubmitOrCancel reader={reader} submit={t('profile.save')} back={of.next ?? profilePath.to()} />
    </FormPage>
  )
}

/** The form of "Your Personal Details". */
export function PersonalPage(props: Props) {
  const t = words.for(props.frame.reader)
  return (
    <DetailsPage of={props} title={t('profile.personal')} action={personalDetailsPath.to()}>
      <ProfileText
        of={props}
        name="firstName"
        label={t('field.first-name')}
        kind={{ autocomplete: 'given-name', required: true, width: 'medium' }}
      />
      <ProfileText
        of={props}
        name="lastName"
        label={t('field.last-name')}
        kind={{ autocomplete: 'family-name', required: true, width: 'medium' }}
      />
      <ProfileText
        of={props}
        name="preferredFirstName"
        label={t('field.preferred-first-name')}
        kind={{ autocomplete: 'nickname', help: t('field.preferred-first-name.help'), width: 'medium' }}
      />
    </DetailsPage>
  )
}

/** The form of "Your Company Details". */
export function CompanyPage(props: Props) {
  const t = words.for(props.frame.reader)
  return (
    <DetailsPage of={props} title={t('profile.company')} action={companyDetailsPath.to()}>
      <ProfileText
        of={props}
        name="company"
        label={t('field.company')}
        kind={{ autocomplete: 'organization', required: true }}
      />
      <Country of={props} />
      <ProfileText
        of={props}
        name="siteAddress"
        label={t('field.site-address')}
        kind={{ autocomplete: 'street-address' }}
      />
      <ProfileText
        of={props}
        name="companyPhone"
        label={t('field.company-phone')}
        kind={{ autocomplete: 'tel', type: 'tel', width: 'medium' }}
      />
    </DetailsPage>
  )
}
