import { claimPath, claimsPath, newClaimPath } from '../../paths/claims.ts'
import type { Typed, FieldErrors } from '../../platform/http/index.ts'
import type { Reader } from '../../platform/i18n/reader.ts'
import {
  type Column,
  EmptyState,
  ErrorSummary,
  Field,
  FilterLinks,
  type Flash,
  Form,
  FormActions,
  type Frame,
  Id,
  Link,
  LinkButton,
  Notice,
  Page,
  PageHeading,
  Pager,
  Section,
  StatusChip,
  type StatusKind,
  SubmitButton,
  Table,
  TextArea,
  Time,
} from '../../ui/index.ts'
import { type ClaimStatus, noticeDays } from '../domain/claim.ts'
import { words } from '../messages/index.ts'
import { type DeskFilter, deskFilters, type ListedClaim } from './claims.query.ts'

const kinds: Readonly<Record<ClaimStatus, StatusKind>> = {
  OPEN: 'info',
  NOTICE: 'pending',
  WITH_SUPPORT: 'support',
  GRANTED: 'approved',
  REJECTED: 'declined',
  STOPPED: 'declined',
  WITHDRAWN: 'withdrawn',
  LAPSED: 'expired',
}

/** Where a claim stands, as a chip. */
export function ClaimChip({ reader, status }: { reader: Reader; status: ClaimStatus }) {
  return <StatusChip kind={kinds[status]} label={words.for(reader)(`claim.status.${status}`)} />
}

/** What the list of claims shows. */
export type ClaimsPageProps = {
  readonly frame: Frame
  readonly own: readonly ListedClaim[]
  /** For support agents: the claims of others. */
  readonly desk: {
    readonly filter: DeskFilter
    readonly claims: readonly ListedClaim[]
    readonly next: string | undefined
  } | null
}

/** One's own claims, and for support agents the others. */
export function ClaimsPage({ frame, own, desk }: ClaimsPageProps) {
  const { reader } = frame
  const t = words.for(reader)
  return (
    <Page frame={frame} title={t('claim.list.title')} wide>
      <PageHeading
        title={t('claim.list.title')}
        lead={t('claim.list.lead')}
        actions={<LinkButton href={newClaimPath.to()}>{t('claim.new')}</LinkButton>}
      />
      {desk && <Desk reader={reader} desk={desk} />}
      {(own.length > 0 || !desk) && (
        <Section title={t('claim.list.own')}>
          <List reader={reader} caption={t('claim.list.own')} claims={own} />
        </Section>
      )}
    </Page>
  )
}

function Desk({ reader, desk }: { reader: Reader; desk: NonNullable<ClaimsPageProps['desk']> }) {
  const t = words.for(reader)
  return (
    <>
      <FilterLinks
        label={t('claim.list.filter')}
        items={deskFilters.map((filter) => ({
          label: t(`claim.list.${filter}`),
          href: claimsPath.to({ show: filter }),
          current: filter === desk.filter,
        }))}
      />
      <List reader={reader} caption={t('claim.list.title')} claims={desk.claims} />
      <Pager reader={reader} next={desk.next && claimsPath.to({ show: desk.filter, after: desk.next })} />
    </>
  )
}

function List(props: { reader: Reader; caption: string; claims: readonly ListedClaim[] }) {
  const { reader, caption, claims } = props
  const t = words.for(reader)
  const columns: Column<ListedClaim>[] = [
    {
      label: t('claim.list.account'),
      heads: true,
      cell: (claim) => (
        <>
          <Link href={claimPath.to(claim.id)}>{claim.accountName}</Link>
          <p class="muted">
            <Id value={claim.identifier} />
          </p>
        </>
      ),
    },
    { label: t('claim.list.reference'), cell: ({ reference }) => <Id value={reference} /> },
    { label: t('claim.list.status'), cell: ({ status }) => <ClaimChip reader={reader} status={status} /> },
    { label: t('claim.list.opened'), cell: ({ openedAt }) => <Time reader={reader} at={openedAt} /> },
  ]
  if (claims.length === 0)
    return <EmptyState title={t('claim.list.none')}>{t('claim.list.none-text')}</EmptyState>
  return <Table reader={reader} caption={caption} columns={columns} rows={claims} />
}

/** What the form that opens a claim shows. */
export type NewClaimPageProps = {
  readonly frame: Frame
  readonly typed: Typed
  readonly errors?: FieldErrors | undefined
  readonly flash?: Flash | undefined
}

type ErrorKey = 'claim.error.identifier' | 'claim.error.reason'

/** The form that opens a claim. */
export function NewClaimPage({ frame, typed, errors = {}, flash }: NewClaimPageProps) {
  const { reader } = frame
  const t = words.for(reader)
  const said = (name: string) => (errors[name] === undefined ? undefined : t(errors[name] as ErrorKey))
  const value = (name: string) => (typeof typed[name] === 'string' ? typed[name] : '')
  const wrong = Object.keys(errors).map((field) => ({ field, message: said(field) ?? '' }))
  return (
    <Page
      frame={frame}
      title={t('claim.new')}
      flash={flash}
      failed={wrong.length > 0}
      breadcrumb={[{ label: t('claim.list.title'), href: claimsPath.to() }, { label: t('claim.new') }]}
    >
      <ErrorSummary reader={reader} errors={wrong} />
      <PageHeading title={t('claim.new')} lead={t('claim.new.lead')} />
      <Form action={newClaimPath.to()}>
        <Field
          reader={reader}
          name="identifier"
          label={t('claim.new.identifier')}
          help={t('claim.new.identifier-help')}
          required
          spellcheck={false}
          value={value('identifier')}
          error={said('identifier')}
        />
        <TextArea
          reader={reader}
          name="reason"
          label={t('claim.new.reason')}
          help={t('claim.new.reason-help')}
          required
          value={value('reason')}
          error={said('reason')}
        />
        <Notice kind="info" still title={t('claim.new.how')}>
          {t('claim.new.how-text', { days: noticeDays })}
        </Notice>
        <FormActions>
          <SubmitButton>{t('claim.new.submit')}</SubmitButton>
          <LinkButton variant="quiet" href={claimsPath.to()}>
            {t('claim.new.cancel')}
          </LinkButton>
        </FormActions>
      </Form>
    </Page>
  )
}
