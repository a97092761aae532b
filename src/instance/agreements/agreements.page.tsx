import {
  AgreementText,
  agreementWords,
  type ListedVersion,
  type StoredVersion,
} from '../../agreements/index.ts'
import { newAgreementPath, newVersionPath, operatorAgreementPath } from '../../paths/agreements.ts'
import { operatorAgreementsPath } from '../../paths/agreements.ts'
import { operatorPath } from '../../paths/operator.ts'
import { retireAgreementPath } from '../../paths/agreements.ts'
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

/** One agreement: its newest text, and every version with how many accounts accepted it. */
export function OperatorAgreementPage(props: {
  frame: Frame
  newest: StoredVersion
  versions: readonly (ListedVersion & { readonly accounts: number })[]
  flash?: Flash | undefined
}) {
  const { frame, newest } = props
  const { reader } = frame
  const t = agreementWords.for(reader)
  const title = newest.title[reader.locale]
  const columns: Column<ListedVersion & { readonly accounts: number }>[] = [
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
  return (
    <Page frame={frame} title={title} flash={props.flash} breadcrumb={wayTo(frame, title)}>
      <PageHeading
        title={title}
        actions={
          newest.retiredAt === null && (
            <LinkButton variant="primary" href={newVersionPath.to(newest.agreementId)}>
              {t('agreements.new-version')}
            </LinkButton>
          )
        }
      />
      <Section title={t('agreements.history')}>
        <Table reader={reader} caption={t('agreements.history')} columns={columns} rows={props.versions} />
      </Section>
      <Section title={t('agreements.version-n', { n: newest.version })}>
        <AgreementText text={newest.text[reader.locale]} />
      </Section>
      {newest.retiredAt === null && (
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
  const { frame, agreementId, errors = {}, typed } = props
  const { reader } = frame
  const t = agreementWords.for(reader)
  const title = t(agreementId === null ? 'agreements.new' : 'agreements.new-version')
  const said = (name: string) => (errors[name] === undefined ? undefined : t(errors[name] as ErrorKey))
  const wrong = Object.keys(errors).map((field) => ({ field, message: said(field) ?? '' }))
  const filled = (name: string) => ({
    reader,
    name,
    required: true,
    value: typeof typed[name] === 'string' ? typed[name] : '',
    error: said(name),
  })
  const texts = { max: 12_000, min: 10, rows: 14, help: t('agreements.field.text-help') }
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
      {props.preview && (
        <Section title={t('agreements.preview')} lead={t('agreements.preview-lead')}>
          {props.preview.map((one) => (
            <div lang={one.lang}>
              <Card title={one.title} level={3}>
                <AgreementText text={one.text} />
              </Card>
            </div>
          ))}
        </Section>
      )}
      <Form action={agreementId === null ? newAgreementPath.to() : newVersionPath.to(agreementId)} wide>
        <Hidden name="after" value={String(props.after)} />
        <Field {...filled('titleEn')} label={t('agreements.field.title-en')} maxlength={120} />
        <TextArea {...filled('textEn')} {...texts} label={t('agreements.field.text-en')} />
        <Field {...filled('titleFr')} label={t('agreements.field.title-fr')} maxlength={120} />
        <TextArea {...filled('textFr')} {...texts} label={t('agreements.field.text-fr')} />
        <Field
          {...filled('requiredFrom')}
          type="date"
          width="short"
          min={props.today}
          label={t('agreements.field.required')}
          help={t('agreements.field.required-help')}
        />
        <FormActions>
          <SubmitButton name="what" value="publish">
            {t('agreements.publish')}
          </SubmitButton>
          <Button name="what" value="preview">
            {t('agreements.preview')}
          </Button>
        </FormActions>
      </Form>
    </Page>
  )
}
