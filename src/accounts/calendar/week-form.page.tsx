import { timeZones, zoneToday } from '../../kernel/time-zones.ts'
import { accountSettingsPath } from '../../paths/accounts.ts'
import type { Typed } from '../../platform/http/index.ts'
import type { Reader } from '../../platform/i18n/reader.ts'
import {
  Checkboxes,
  Field,
  Form,
  FormActions,
  Hidden,
  type Option,
  Section,
  Select,
  SubmitButton,
} from '../../ui/index.ts'
import { words } from '../messages/index.ts'
import type { CalendarPageProps } from './calendar.page.tsx'

function countryOptions({ locale }: Reader, countries: readonly string[]): Option[] {
  const names = new Intl.DisplayNames(locale, { type: 'region' })
  const order = new Intl.Collator(locale)
  return countries
    .map((code) => ({ value: code, label: names.of(code) ?? code }))
    .toSorted((one, other) => order.compare(one.label, other.label))
}

// 1 January 2024 was a Monday.
function weekdays({ locale }: Reader): Option[] {
  const name = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' })
  return [1, 2, 3, 4, 5, 6, 7].map((day) => ({
    value: String(day),
    label: name.format(new Date(Date.UTC(2024, 0, day))),
  }))
}

function textIn(typed: Typed, name: string): string {
  const value = typed[name]
  return typeof value === 'string' ? value : ''
}

/** The form of the week: its zone, weekend, public holidays and quiet hours. */
export function WeekForm(props: CalendarPageProps) {
  const { frame, seen, typed, errors = {} } = props
  const { reader } = frame
  const t = words.for(reader)
  const weekend = typed['weekend']
  return (
    <Section title={t('calendar.week')} lead={t('calendar.week.lead')}>
      <Form action={accountSettingsPath.to(seen.account.identifier)}>
        <Hidden name="version" value={String(props.version)} />
        <Select
          reader={reader}
          name="timeZone"
          label={t('calendar.zone')}
          help={t('calendar.zone.help')}
          required
          error={errors['timeZone']}
          options={timeZones().map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }))}
          value={zoneToday(textIn(typed, 'timeZone'))}
        />
        <Checkboxes
          reader={reader}
          name="weekend"
          label={t('calendar.weekend')}
          required
          error={errors['weekend']}
          items={weekdays(reader)}
          values={typeof weekend === 'object' ? weekend : []}
        />
        <Places {...props} />
        <QuietHours {...props} />
        <FormActions>
          <SubmitButton>{t('settings.save')}</SubmitButton>
        </FormActions>
      </Form>
    </Section>
  )
}

function Places({ frame, typed, errors = {}, countries, regions }: CalendarPageProps) {
  const { reader } = frame
  const t = words.for(reader)
  return (
    <>
      <Select
        reader={reader}
        name="country"
        label={t('calendar.country')}
        help={t('calendar.country.help')}
        required
        error={errors['country']}
        placeholder={t('calendar.country.none')}
        options={countryOptions(reader, countries)}
        value={textIn(typed, 'country')}
      />
      {regions.length > 0 && (
        <Select
          reader={reader}
          name="region"
          label={t('calendar.region')}
          required
          placeholder={t('calendar.region.none')}
          options={regions.map(({ code, name }) => ({ value: code, label: name }))}
          value={textIn(typed, 'region')}
        />
      )}
    </>
  )
}

function QuietHours({ frame, typed, errors = {} }: CalendarPageProps) {
  const { reader } = frame
  const t = words.for(reader)
  const field = (name: 'quietFrom' | 'quietTo', label: string) => (
    <Field
      reader={reader}
      name={name}
      type="time"
      label={label}
      required
      width="short"
      maxlength={5}
      error={errors[name]}
      value={textIn(typed, name)}
    />
  )
  return (
    <fieldset class="field">
      <legend>{t('calendar.quiet')}</legend>
      <div class="help">{t('calendar.quiet.lead')}</div>
      <div class="cluster end">
        {field('quietFrom', t('calendar.quiet-from'))}
        {field('quietTo', t('calendar.quiet-to'))}
      </div>
    </fieldset>
  )
}
