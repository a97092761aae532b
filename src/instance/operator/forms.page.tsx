import { timeZones, zoneToday } from '../../kernel/time-zones.ts'
import { accountTypes, visibilities } from '../../accounts/domain/account.ts'
import { addAccountPath, addPersonPath, operatorPath, operatorPeoplePath } from '../../paths/operator.ts'
import type { FieldErrors, Typed } from '../../platform/http/index.ts'
import { languageNames, locales } from '../../platform/i18n/reader.ts'
import {
  Checkbox,
  ErrorSummary,
  Field,
  Form,
  FormActions,
  type Frame,
  LinkButton,
  Page,
  PageHeading,
  Radios,
  Select,
  SubmitButton,
} from '../../ui/index.ts'
import { words } from '../messages/index.ts'

/** A form with what was typed before, and what was wrong with it. */
export type Filled = { readonly frame: Frame; readonly typed?: Typed; readonly errors?: FieldErrors }

type ErrorKey = Extract<Parameters<ReturnType<typeof words.for>>[0], `operator.error.${string}`>

/** What a form is filled with: values, errors at their fields, and a summary of these. */
export function filled({ frame, typed = {}, errors = {} }: Filled) {
  const t = words.for(frame.reader)
  const error = (name: string) => (errors[name] === undefined ? undefined : t(errors[name] as ErrorKey))
  return {
    t,
    failed: Object.keys(errors).length > 0,
    summary: Object.keys(errors).map((field) => ({ field, message: error(field) ?? '' })),
    field: (name: string, otherwise = '') => {
      const value = typed[name]
      return {
        reader: frame.reader,
        name,
        error: error(name),
        value: typeof value === 'string' ? value : otherwise,
      }
    },
  }
}

/** The way to a page below one of the tabs. */
export function wayTo(t: ReturnType<typeof words.for>, tab: 'accounts' | 'people') {
  const path = tab === 'accounts' ? operatorPath : operatorPeoplePath
  return [
    { label: t('operator.title'), href: operatorPath.to() },
    { label: t(`operator.${tab}`), href: path.to() },
  ]
}

const zones = () => timeZones().map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }))

/** The form of a new account. */
export function AddAccountPage(props: Filled) {
  const { frame } = props
  const { t, failed, summary } = filled(props)
  const title = t('operator.add-account')
  return (
    <Page
      frame={frame}
      title={title}
      failed={failed}
      breadcrumb={[...wayTo(t, 'accounts'), { label: title }]}
    >
      <ErrorSummary reader={frame.reader} errors={summary} />
      <PageHeading title={title} lead={t('operator.add-account.lead')} />
      <AccountForm {...props} />
    </Page>
  )
}

function AccountForm(props: Filled) {
  const { frame } = props
  const { t, field } = filled(props)
  return (
    <Form action={addAccountPath.to()}>
      <Field
        {...field('identifier')}
        label={t('operator.identifier')}
        help={t('operator.identifier.help')}
        required
      />
      <Field {...field('name')} label={t('operator.name')} required />
      <Select
        {...field('type', 'CUSTOMER')}
        label={t('operator.type')}
        required
        width="medium"
        options={accountTypes.map((type) => ({ value: type, label: t(`operator.type.${type}`) }))}
      />
      <Visibility {...field('visibility', 'RESTRICTED')} t={t} />
      <Select
        {...field('timeZone', zoneToday(frame.reader.timeZone))}
        label={t('operator.zone')}
        help={t('operator.zone.help')}
        required
        options={zones()}
      />
      <Field {...field('verifiedDomains')} label={t('operator.domains')} help={t('operator.domains.help')} />
      <Field
        {...field('administrator')}
        type="email"
        label={t('operator.administrator')}
        help={t('operator.administrator.help')}
        required
      />
      <FormActions>
        <SubmitButton>{t('operator.add-account')}</SubmitButton>
        <LinkButton variant="quiet" href={operatorPath.to()}>
          {t('operator.cancel')}
        </LinkButton>
      </FormActions>
    </Form>
  )
}

type VisibilityField = ReturnType<ReturnType<typeof filled>['field']> & { t: ReturnType<typeof words.for> }

function Visibility({ t, ...field }: VisibilityField) {
  return (
    <Radios
      {...field}
      label={t('operator.visibility')}
      required
      items={visibilities.map((value) => ({ value, label: t(`operator.visibility.${value}`) }))}
    />
  )
}

/** The form of somebody new. */
export function AddPersonPage(props: Filled) {
  const { frame } = props
  const { t, failed, summary, field } = filled(props)
  const title = t('operator.add-person')
  return (
    <Page frame={frame} title={title} failed={failed} breadcrumb={[...wayTo(t, 'people'), { label: title }]}>
      <ErrorSummary reader={frame.reader} errors={summary} />
      <PageHeading title={title} lead={t('operator.add-person.lead')} />
      <Form action={addPersonPath.to()}>
        <Field {...field('address')} type="email" label={t('operator.address')} required />
        <Field {...field('firstName')} label={t('operator.first-name')} required />
        <Field {...field('lastName')} label={t('operator.last-name')} required />
        <Select
          {...field('locale', frame.reader.locale)}
          label={t('operator.locale')}
          required
          width="medium"
          options={locales.map((locale) => ({ value: locale, label: languageNames[locale] }))}
        />
        <Select
          {...field('timeZone', zoneToday(frame.reader.timeZone))}
          label={t('operator.zone')}
          required
          options={zones()}
        />
        <Checkbox
          name="support"
          label={t('operator.office.support')}
          checked={field('support').value === 'yes'}
        />
        <Checkbox
          name="operator"
          label={t('operator.office.operator')}
          checked={field('operator').value === 'yes'}
        />
        <FormActions>
          <SubmitButton>{title}</SubmitButton>
          <LinkButton variant="quiet" href={operatorPeoplePath.to()}>
            {t('operator.cancel')}
          </LinkButton>
        </FormActions>
      </Form>
    </Page>
  )
}
