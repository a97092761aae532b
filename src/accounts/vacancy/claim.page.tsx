import { accountPath } from '../../paths/accounts.ts'
import {
  checkDnsPath,
  claimsPath,
  offerDocumentsPath,
  roleMailPath,
  stopClaimPath,
  withdrawClaimPath,
} from '../../paths/claims.ts'
import { casesPath } from '../../paths/support-cases.ts'
import { nameOf } from '../../people/domain/viewer.ts'
import type { FieldErrors, Typed } from '../../platform/http/index.ts'
import { formatDate } from '../../platform/i18n/format.ts'
import {
  Button,
  Card,
  ErrorSummary,
  Facts,
  type Flash,
  Form,
  FormActions,
  type Frame,
  Hidden,
  Id,
  Link,
  LinkButton,
  Muted,
  Page,
  PageHeading,
  Quote,
  Section,
  Select,
  Split,
  Stack,
  SubmitButton,
  Time,
} from '../../ui/index.ts'
import { daysAfter } from '../../kernel/time.ts'
import { daysToProve, isClaimOpen, roleMailboxes } from '../domain/claim.ts'
import { words } from '../messages/index.ts'
import { ClaimChip } from './claims.page.tsx'
import type { StoredClaim } from './claims.store.ts'
import { Deciding } from './deciding.tsx'
import type { DnsRecord } from './dns.ts'
import type { Party } from './told.store.ts'

/** What the page of a claim shows. */
export type ClaimPageProps = {
  readonly frame: Frame
  readonly claim: StoredClaim
  readonly claimant: Party
  readonly viewerId: string
  readonly isVacant: boolean
  /** What the viewer may do. */
  readonly as: { readonly claimant: boolean; readonly agent: boolean; readonly member: boolean }
  /** For the claimant: the records that prove it, a domain each. */
  readonly records: readonly (DnsRecord & { readonly domain: string })[]
  readonly flash?: Flash | undefined
  readonly typed?: Typed | undefined
  readonly errors?: FieldErrors | undefined
}

/** One claim: where it stands, and what whoever looks at it can do. */
export function ClaimPage(props: ClaimPageProps) {
  const { frame, claim, errors = {} } = props
  const { reader } = frame
  const t = words.for(reader)
  const title = t('claim.title', { reference: claim.reference })
  const wrong = errors['answer'] === undefined ? [] : [{ field: 'answer', message: t('claim.error.answer') }]
  return (
    <Page
      frame={frame}
      title={title}
      flash={props.flash}
      failed={wrong.length > 0}
      wide
      breadcrumb={[{ label: t('claim.list.title'), href: claimsPath.to() }, { label: claim.reference }]}
    >
      <ErrorSummary reader={reader} errors={wrong} />
      <PageHeading
        over={claim.reference}
        title={claim.accountName}
        status={<ClaimChip reader={reader} status={claim.status} />}
        lead={stands(props)}
      />
      <Split label={t('claim.about')} aside={<About {...props} />}>
        <Matter {...props} />
      </Split>
    </Page>
  )
}

function Matter(props: ClaimPageProps) {
  const { frame, claim, as } = props
  const { reader } = frame
  const t = words.for(reader)
  return (
    <Stack>
      <Quote reader={reader} text={claim.reason} by={nameOf(props.claimant)} />
      {claim.answer !== '' && (as.claimant || as.agent) && (
        <Quote reader={reader} text={claim.answer} by={t('claim.answer')} />
      )}
      {as.claimant && claim.status === 'OPEN' && <Proving {...props} />}
      <Entering {...props} />
      {as.member && <Stopping {...props} />}
      {as.agent && isClaimOpen(claim.status) && <Deciding {...props} />}
      <Withdrawing {...props} />
    </Stack>
  )
}

function Entering({ frame, claim, as }: ClaimPageProps) {
  if (!as.claimant || claim.status !== 'GRANTED') return null
  const label = words.for(frame.reader)('claim.account.open')
  return (
    <FormActions>
      <LinkButton href={accountPath.to(claim.identifier)}>{label}</LinkButton>
    </FormActions>
  )
}

function Withdrawing({ frame, claim, as }: ClaimPageProps) {
  if (!as.claimant || !isClaimOpen(claim.status)) return null
  return (
    <Form action={withdrawClaimPath.to(claim.id)}>
      <Button variant="quiet">{words.for(frame.reader)('claim.withdraw')}</Button>
    </Form>
  )
}

function stands({ frame, claim }: ClaimPageProps): string {
  const { reader } = frame
  const t = words.for(reader)
  const { status } = claim
  if (status === 'WITH_SUPPORT') return t('claim.stands.WITH_SUPPORT', { n: claim.approvedBy.length })
  const moments = {
    OPEN: daysAfter(claim.openedAt, daysToProve),
    NOTICE: claim.noticeEndsAt ?? claim.now,
  }
  const key = status === 'LAPSED' && claim.provedAt !== null ? 'ended' : status
  const at = status === 'OPEN' || status === 'NOTICE' ? moments[status] : (claim.settledAt ?? claim.now)
  return t(`claim.stands.${key}`, { date: formatDate(reader, at, 'date') })
}

function About({ frame, claim, claimant, as, isVacant }: ClaimPageProps) {
  const { reader } = frame
  const t = words.for(reader)
  const proof =
    claim.proof === null
      ? t('claim.proof.none')
      : claim.proof === 'DOCUMENTS'
        ? t('claim.proof.DOCUMENTS')
        : t(`claim.proof.${claim.proof}`, { domain: claim.proofDomain ?? '' })
  return (
    <Card title={t('claim.about')}>
      <Facts
        stacked
        items={[
          {
            label: t('claim.fact.account'),
            value: claim.accountName,
            help: <Id value={claim.identifier} />,
          },
          { label: t('claim.fact.claimant'), value: nameOf(claimant), help: <Id value={claimant.address} /> },
          { label: t('claim.fact.company'), value: claimant.company },
          {
            label: t('claim.fact.opened'),
            value: <Time reader={reader} at={claim.openedAt} as="dateTime" />,
          },
          { label: t('claim.fact.proof'), value: proof },
        ]}
      />
      {as.agent && <Muted>{isVacant ? t('claim.desk.vacant') : t('claim.desk.administered')}</Muted>}
    </Card>
  )
}

function Proving(props: ClaimPageProps) {
  const { frame, claim, records, isVacant } = props
  const { reader } = frame
  const t = words.for(reader)
  return (
    <Section title={t('claim.prove')} lead={t('claim.prove.lead')}>
      {records.map((record) => (
        <Card title={t('claim.dns.title')} level={3}>
          <p>{t('claim.dns.text')}</p>
          <Facts
            stacked
            items={[
              { label: t('claim.dns.name'), value: <Id value={record.name} /> },
              { label: t('claim.dns.value'), value: <Id value={record.text} /> },
            ]}
          />
          <Form action={checkDnsPath.to(claim.id)}>
            <Hidden name="domain" value={record.domain} />
            <FormActions>
              <SubmitButton label={t('claim.dns.check-label', { domain: record.domain })}>
                {t('claim.dns.check')}
              </SubmitButton>
            </FormActions>
          </Form>
        </Card>
      ))}
      <Mailbox {...props} />
      {isVacant && (
        <Card title={t('claim.documents.title')} level={3}>
          <p>{t('claim.documents.text')}</p>
          {claim.documentsAt === null ? (
            <Form action={offerDocumentsPath.to(claim.id)}>
              <Button>{t('claim.documents.offer')}</Button>
            </Form>
          ) : (
            <>
              <Muted>
                {t('claim.documents.offered', { date: formatDate(reader, claim.documentsAt, 'dayMonth') })}
              </Muted>
              <Link href={casesPath.to()}>{t('claim.documents.case')}</Link>
            </>
          )}
        </Card>
      )}
    </Section>
  )
}

function Mailbox({ frame, claim, records }: ClaimPageProps) {
  const { reader } = frame
  const t = words.for(reader)
  return (
    <>
      {records.map(({ domain }) => (
        <Card title={t('claim.mailbox.title')} level={3}>
          <p>{t('claim.mailbox.text')}</p>
          <Form action={roleMailPath.to(claim.id)}>
            <Hidden name="domain" value={domain} />
            <Select
              reader={reader}
              name="mailbox"
              id={`mailbox-${domain}`}
              label={t('claim.mailbox.which')}
              required
              options={roleMailboxes.map((name) => ({ value: name, label: `${name}@${domain}` }))}
              value={roleMailboxes[0]}
            />
            <FormActions>
              <Button>{t('claim.mailbox.send')}</Button>
            </FormActions>
          </Form>
        </Card>
      ))}
    </>
  )
}

function Stopping({ frame, claim, claimant }: ClaimPageProps) {
  const t = words.for(frame.reader)
  if (claim.status !== 'NOTICE' && claim.status !== 'WITH_SUPPORT') return null
  return (
    <Card title={t('claim.stop.title')}>
      <p>{t('claim.stop.text', { name: nameOf(claimant), account: claim.accountName })}</p>
      <Form action={stopClaimPath.to(claim.id)}>
        <FormActions>
          <Button variant="danger">{t('claim.stop')}</Button>
        </FormActions>
      </Form>
    </Card>
  )
}
