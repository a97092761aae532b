import type { Reader } from '../platform/i18n/reader.ts'
import { type Fact, Facts, Identifier } from '../ui/index.ts'
import type { Profile } from './domain/request.ts'
import { words } from './messages/index.ts'
import { askerName } from './profile.ts'

const regions = {
  en: new Intl.DisplayNames('en-GB', { type: 'region', fallback: 'code' }),
  fr: new Intl.DisplayNames('fr-FR', { type: 'region', fallback: 'code' }),
}

function countryName(reader: Reader, code: string): string {
  return /^[A-Z]{2}$/.test(code) ? (regions[reader.locale].of(code) ?? code) : code
}

/** The details that go with a request, in the order in which they are always shown. */
export function ProfileFacts(props: { reader: Reader; profile: Profile; stacked?: boolean }) {
  const { reader, profile } = props
  const t = words.for(reader)
  const shown = (value: string) => (value === '' ? t('profile.empty') : value)
  const identified = (value: string) => (value === '' ? t('profile.empty') : <Identifier value={value} />)
  const items: Fact[] = [
    { label: t('profile.company'), value: shown(profile.company) },
    { label: t('profile.name'), value: askerName(reader, profile) },
    ...(profile.preferredFirstName === ''
      ? []
      : [{ label: t('profile.preferred'), value: profile.preferredFirstName }]),
    { label: t('profile.email'), value: identified(profile.email) },
    { label: t('profile.user-id'), value: identified(profile.userId) },
    { label: t('profile.phone'), value: shown(profile.companyPhone) },
    { label: t('profile.country'), value: shown(countryName(reader, profile.country)) },
    { label: t('profile.address'), value: shown(profile.companyAddress) },
  ]
  return <Facts items={items} stacked={props.stacked} />
}
