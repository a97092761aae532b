import {
  newProviderPath,
  providerPath,
  providersPath,
  removeProviderPath,
  tryProviderPath,
} from '../../paths/operator.ts'
import type { Provider } from '../../people/domain/provider.ts'
import type { FieldErrors, Typed } from '../../platform/http/index.ts'
import {
  Badge,
  Checkbox,
  EmptyState,
  ErrorSummary,
  Facts,
  Field,
  type Flash,
  Form,
  FormActions,
  type Frame,
  Hidden,
  Id,
  Link,
  LinkButton,
  Notice,
  Page,
  PageHeading,
  Prose,
  Radios,
  Section,
  SubmitButton,
  Table,
  TextArea,
} from '../../ui/index.ts'
import { words } from '../messages/index.ts'
import { OperatorPage } from '../operator/frame.page.tsx'
import { SettingsTabs } from '../operator/settings-tabs.tsx'

type Listed = Provider & { readonly people: number }

/** The identity providers that people sign in with. */
export function ProvidersPage(props: {
  frame: Frame
  providers: readonly Listed[]
  flash?: Flash | undefined
}) {
  const { frame, providers } = props
  const t = words.for(frame.reader)
  return (
    <OperatorPage frame={frame} current="settings" flash={props.flash}>
      <SettingsTabs frame={frame} current="providers" />
      <Prose>
        <p>{t('providers.lead')}</p>
      </Prose>
      {providers.length === 0 ? <NoProvider frame={frame} /> : <Listing {...props} />}
    </OperatorPage>
  )
}

function Add({ frame }: { frame: Frame }) {
  return <LinkButton href={newProviderPath.to()}>{words.for(frame.reader)('providers.add')}</LinkButton>
}

function NoProvider({ frame }: { frame: Frame }) {
  const t = words.for(frame.reader)
  return (
    <EmptyState icon="users" title={t('providers.none.title')} action={<Add frame={frame} />}>
      {t('providers.none.text')}
    </EmptyState>
  )
}

function Listing({ frame, providers }: { frame: Frame; providers: readonly Listed[] }) {
  const { reader } = frame
  const t = words.for(reader)
  return (
    <>
      <Table
        reader={reader}
        caption={t('providers.title')}
        rows={providers}
        columns={[
          {
            label: t('providers.name'),
            heads: true,
            cell: ({ id, name }) => (
              <Link href={providerPath.to(id)}>
                <bdi>{name}</bdi>
              </Link>
            ),
          },
          { label: t('providers.domains'), cell: ({ domains }) => domains.join(', ') },
          {
            label: t('providers.state'),
            cell: ({ isOn }) => (
              <Badge tone={isOn ? 'green' : 'neutral'}>{t(isOn ? 'providers.on' : 'providers.off')}</Badge>
            ),
          },
          { label: t('providers.people'), cell: ({ people }) => String(people) },
        ]}
      />
      <p>
        <Add frame={frame} />
      </p>
    </>
  )
}

/** What the page of one provider shows; `version` 0 is one that is not there yet. */
export type ProviderPageProps = {
  readonly frame: Frame
  readonly id: string
  readonly version: number
  readonly typed: Typed
  /** Where the provider sends people back to. */
  readonly back: string
  /** How many people are linked with it. */
  readonly people: number
  readonly errors?: FieldErrors | undefined
  /** Why the whole was not saved, or why it cannot be used. */
  readonly refused?: { readonly title: string; readonly text: string } | undefined
  readonly flash?: Flash | undefined
}

/** One identity provider, to add, change, try or remove. */
export function ProviderPage(props: ProviderPageProps) {
  const { frame, version, typed, errors = {}, refused } = props
  const { reader } = frame
  const t = words.for(reader)
  const isNew = version === 0
  const title = isNew ? t('providers.new.title') : String(typed['name'] ?? '')
  const mistakes = Object.entries(errors).map(([field, message]) => ({ field, message }))
  return (
    <Page
      frame={frame}
      title={title}
      flash={props.flash}
      failed={mistakes.length > 0 || refused !== undefined}
      breadcrumb={[
        { label: t('operator.settings'), href: providersPath.to() },
        { label: t('providers.title'), href: providersPath.to() },
        { label: title },
      ]}
    >
      <ErrorSummary reader={reader} errors={mistakes} />
      <PageHeading title={title} lead={t(isNew ? 'providers.new.lead' : 'providers.edit.lead')} />
      {refused && (
        <Notice kind="warning" title={refused.title}>
          {refused.text}
        </Notice>
      )}
      <Facts
        stacked
        items={[
          { label: t('providers.back'), value: <Id value={props.back} />, help: t('providers.back.help') },
        ]}
      />
      <ProviderForm {...props} />
      {!isNew && <Trying {...props} />}
      {!isNew && <Removing {...props} />}
    </Page>
  )
}

function ProviderForm({ frame, id, version, typed, errors = {} }: ProviderPageProps) {
  const { reader } = frame
  const t = words.for(reader)
  const isNew = version === 0
  return (
    <Form action={isNew ? newProviderPath.to() : providerPath.to(id)}>
      {isNew && <Hidden name="id" value={id} />}
      <Hidden name="version" value={String(version)} />
      <ProviderFields frame={frame} version={version} typed={typed} errors={errors} />
      <Radios
        reader={reader}
        name="on"
        label={t('providers.field.on')}
        help={t('providers.field.on.help')}
        required
        value={typed['on'] === 'yes' ? 'yes' : 'no'}
        items={[
          { value: 'yes', label: t('providers.yes') },
          { value: 'no', label: t('providers.no') },
        ]}
      />
      <FormActions>
        <SubmitButton>{t('providers.save')}</SubmitButton>
        <LinkButton href={providersPath.to()} variant="quiet">
          {t('operator.cancel')}
        </LinkButton>
      </FormActions>
    </Form>
  )
}

function ProviderFields(props: Pick<ProviderPageProps, 'frame' | 'version' | 'typed' | 'errors'>) {
  const { frame, version, typed, errors = {} } = props
  const { reader } = frame
  const t = words.for(reader)
  const isNew = version === 0
  const field = (name: string) => ({
    reader,
    name,
    spellcheck: false,
    value: String(typed[name] ?? ''),
    error: errors[name],
  })
  return (
    <>
      <Field
        {...field('name')}
        label={t('providers.field.name')}
        help={t('providers.field.name.help')}
        required
        width="medium"
      />
      <Field
        {...field('issuer')}
        label={t('providers.field.issuer')}
        help={t('providers.field.issuer.help')}
        required
      />
      <Field {...field('clientId')} label={t('providers.field.client')} required autocomplete="off" />
      <Field
        {...field('clientSecret')}
        value=""
        type="password"
        autocomplete="off"
        label={t('providers.field.secret')}
        help={t(isNew ? 'providers.field.secret.help' : 'providers.field.secret.kept')}
        required={isNew}
      />
      <TextArea
        {...field('domains')}
        rows={3}
        label={t('providers.field.domains')}
        help={t('providers.field.domains.help')}
      />
    </>
  )
}

function Trying({ frame, id }: ProviderPageProps) {
  const t = words.for(frame.reader)
  return (
    <Section title={t('providers.try')} lead={t('providers.try.lead')}>
      <Form action={tryProviderPath.to(id)}>
        <FormActions>
          <SubmitButton variant="secondary">{t('providers.try')}</SubmitButton>
        </FormActions>
      </Form>
    </Section>
  )
}

function Removing({ frame, id, version, people }: ProviderPageProps) {
  const t = words.for(frame.reader)
  return (
    <Section title={t('providers.remove')} lead={t('providers.remove.lead', { n: people })}>
      <Form action={removeProviderPath.to(id)}>
        <Hidden name="version" value={String(version)} />
        <Checkbox name="sure" label={t('providers.remove.confirm')} />
        <FormActions>
          <SubmitButton variant="danger">{t('providers.remove')}</SubmitButton>
        </FormActions>
      </Form>
    </Section>
  )
}
