import {
  AgreementText,
  agreementWords,
  type ListedVersion,
  type StoredVersion,
} from '../../agreements/index.ts'
import {
  newAgreementPath,
  newVersionPath,
  operatorAgreementPath,
  operatorAgreementsPath,
  retireAgreementPath,
} from '../../paths/agreements.ts'
import { operatorPath } from '../../paths/operator.ts'
import type { FieldErrors, Typed } from '../../platform/http/index.ts'
import {
  Badge,
  Button,
  Card,
  type Column,
  EmptyState,
  ErrorSummary,
  Field,
  type Flash,
  Fold,
  Form,
  FormActions,
  type Frame,
  Hidden,
  Link,
  LinkButton,
  Muted,
  Page,
  PageHeading,
  Section,
  SubmitButton,
  Table,
  TextArea,
  Time,
} from '../../ui/index.ts'
import { words } from '../messages/index.ts'
import { OperatorPage } from '../operator/frame.page.tsx'

/** The agreements of the installation, each with its newest version. */
export function OperatorAgreementsPage(props: {
  frame: Frame
  newest: readonly ListedVersion[]
  flash?: Flash | undefined
}) {
  const { frame, newest } = props
  const { reader } = frame
  const t = agreementWords.for(reader)
  const columns: Column<ListedVersion>[] = [
    {
      label: t('agreements.operator'),
      heads: true,
      cell: ({ agreementId, title, retiredAt }) => (
        <>
          <Link href={operatorAgreementPath.to(agreementId)}>{title[reader.locale]}</Link>{' '}
          {retiredAt && <Badge>{t('agreements.state.RETIRED')}</Badge>}
        </>
      ),
    },
    { label: t('agreements.newest'), cell: ({ version }) => t('agreements.version-n', { n: version }) },
    {
      label: t('agreements.required'),
      cell: ({ requiredFrom }) => <Time reader={reader} at={requiredFrom} />,
    },
  ]
  const add = (
    <LinkButton variant="primary" href={newAgreementPath.to()}>
      {t('agreements.new')}
    </LinkButton>
  )
  return (
    <OperatorPage frame={frame} current="agreements" flash={props.flash} actions={add}>
      <Muted>{t('agreements.operator-lead')}</Muted>
      {newest.length === 0 ? (
        <EmptyState title={t('agreements.empty')}>{t('agreements.empty-text')}</EmptyState>
      ) : (
        <Table reader={reader} caption={t('agreements.operator')} columns={columns} rows={newest} />
      )}
    </OperatorPage>
  )
}

function wayTo(frame: Frame, here: string) {
  const t = words.for(frame.reader)
  return [
    { label: t('operator.title'), href: operatorPath.to() },
    { label: agreementWords.for(frame.reader)('agreements.operator'), href: operatorAgreementsPath.to() },
    { label: here },
  ]
}

type Counted = ListedVersion & { readonly accounts: number }

function versionColumns(frame: Frame): Column<Counted>[] {
  const { reader } = frame
  const t = agreementWords.for(reader)
  return [
    {
      label: t('agreements.version'),
      heads: true,
      cell: ({ version }) => t('agreements.version-n', { n: version }),
    },
    {
      label: t('agreements.published'),
      cell: ({ publishedAt }) => <Time reader={reader} at={publishedAt} />,
    },
    {
      label: t('agreements.required'),
      cell: ({ requiredFrom }) => <Time reader={reader} at={requiredFrom} />,
    },
    { label: t('agreements.count'), cell: ({ accounts }) => t('agreements.count-n', { n: accounts }) },
  ]
}

/** One agreement: its newest text, and every version with how many accounts accepted it. */
export function OperatorAgreementPage(props: {
  frame: Frame
  newest: StoredVersion
  versions: readonly Counted[]
  flash?: Flash | undefined
}) {
  const { frame, newest, versions } = props
  const { reader } = frame
  const t = agreementWords.for(reader)
  const title = newest.title[reader.locale]
  const isAsked = newest.retiredAt === null
  const next = (
    <LinkButton variant="primary" href={newVersionPath.to(newest.agreementId)}>
      {t('agreements.new-version')}
    </LinkButton>
  )
  return (
    <Page frame={frame} title={title} flash={props.flash} breadcrumb={wayTo(frame, title)}>
      <PageHeading title={title} actions={isAsked && next} />
      <Section title={t('agreements.history')}>
        <Table
          reader={reader}
          caption={t('agreements.history')}
          columns={versionColumns(frame)}
          rows={versions}
        />
      </Section>
      <Section title={t('agreements.version-n', { n: newest.version })}>
        <AgreementText text={newest.text[reader.locale]} />
      </Section>
      {isAsked && (
        <Fold summary={t('agreements.retire')}>
          <Muted>{t('agreements.retire-text')}</Muted>
          <Form action={retireAgreementPath.to(newest.agreementId)}>
            <Button variant="danger">{t('agreements.retire')}</Button>
          </Form>
        </Fold>
      )}
    </Page>
  )
}

/** What the form of a version shows. */
export type VersionFormProps = {
  readonly frame: Frame
  /** Null: a new agreement. */
  readonly agreementId: string | null
  readonly after: number
  readonly today: string
  readonly typed: Typed
  readonly errors?: FieldErrors
  readonly flash?: Flash | undefined
  /** What is typed, as it would read. */
  readonly preview?: { readonly title: string; readonly text: string; readonly lang: string }[] | undefined
}

type ErrorKey = 'agreements.error.title' | 'agreements.error.text' | 'agreements.error.day'

/** Writing a version in both languages, with a look at it before it is published. */
export function VersionFormPage(props: VersionFormProps) {
  const { frame, agreementId, errors = {} } = props
  const { reader } = frame
  const t = agreementWords.for(reader)
  const title = t(agreementId === null ? 'agreements.new' : 'agreements.new-version')
  const wrong = Object.entries(errors).map(([field, key]) => ({ field, message: t(key as ErrorKey) }))
  return (
    <Page
      frame={frame}
      title={title}
      flash={props.flash}
      failed={wrong.length > 0}
      breadcrumb={wayTo(frame, title)}
    >
      <ErrorSummary reader={reader} errors={wrong} />
      <PageHeading title={title} />
      <Preview {...props} />
      <Form action={agreementId === null ? newAgreementPath.to() : newVersionPath.to(agreementId)} wide>
        <Hidden name="after" value={String(props.after)} />
        <VersionFields {...props} />
        <FormActions>
          <SubmitButton name="what" value="publish">
            {t('agreements.publish')}
          </SubmitButton>
          <Button name="what" value="preview">
            {t('agreements.preview')}
          </Button>
          <LinkButton
            variant="quiet"
            href={agreementId === null ? operatorAgreementsPath.to() : operatorAgreementPath.to(agreementId)}
          >
            {words.for(reader)('operator.cancel')}
          </LinkButton>
        </FormActions>
      </Form>
    </Page>
  )
}

function Preview({ frame, preview }: VersionFormProps) {
  if (!preview) return null
  const t = agreementWords.for(frame.reader)
  return (
    <Section title={t('agreements.preview')} lead={t('agreements.preview-lead')}>
      {preview.map((one) => (
        <div lang={one.lang}>
          <Card title={one.title} level={3}>
            <AgreementText text={one.text} />
          </Card>
        </div>
      ))}
    </Section>
  )
}

function VersionFields({ frame, typed, errors = {}, today }: VersionFormProps) {
  const { reader } = frame
  const t = agreementWords.for(reader)
  const filled = (name: string) => ({
    reader,
    name,
    required: true,
    value: typeof typed[name] === 'string' ? typed[name] : '',
    error: errors[name] === undefined ? undefined : t(errors[name] as ErrorKey),
  })
  const texts = { max: 12_000, min: 10, rows: 14, help: t('agreements.field.text-help') }
  return (
    <>
      <Field {...filled('titleEn')} label={t('agreements.field.title-en')} maxlength={120} />
      <TextArea {...filled('textEn')} {...texts} label={t('agreements.field.text-en')} />
      <Field {...filled('titleFr')} label={t('agreements.field.title-fr')} maxlength={120} />
      <TextArea {...filled('textFr')} {...texts} label={t('agreements.field.text-fr')} />
      <Field
        {...filled('requiredFrom')}
        type="date"
        width="short"
        min={today}
        label={t('agreements.field.required')}
        help={t('agreements.field.required-help')}
      />
    </>
  )
}
