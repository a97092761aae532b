import { requestPath } from '../../paths/access-requests.ts'
import { operatedMailPath, operatorMailsPath, resendMailsPath } from '../../paths/operator.ts'
import {
  Button,
  type Fact,
  Facts,
  Form,
  type Frame,
  Hidden,
  Id,
  Link,
  Page,
  PageHeading,
  Section,
  Table,
  Time,
} from '../../ui/index.ts'
import { words } from '../messages/index.ts'
import { MailState } from './mails.page.tsx'
import type { WholeMail } from './mails.query.ts'

/** One mail: to whom, about what, and each answer of the mail server. */
export function OperatedMailPage({ frame, mail }: { frame: Frame; mail: WholeMail }) {
  const t = words.for(frame.reader)
  const title = t('mails.one', { address: mail.address })
  const mayGo = mail.state === 'BOUNCED' || mail.state === 'DEFERRED'
  return (
    <Page
      frame={frame}
      title={title}
      wide
      breadcrumb={[{ label: t('operator.mails'), href: operatorMailsPath.to() }, { label: title }]}
    >
      <PageHeading
        title={title}
        actions={
          mayGo && (
            <Form action={resendMailsPath.to()} wide>
              <Hidden name="mail" value={mail.id} />
              <Button>{t('mails.resend-one')}</Button>
            </Form>
          )
        }
      />
      <Facts items={factsOf(frame, mail)} />
      <Section title={t('mails.history')}>
        {mail.history.length === 0 ? (
          <p class="muted">{t('mails.history.none')}</p>
        ) : (
          <History frame={frame} mail={mail} />
        )}
      </Section>
    </Page>
  )
}

function factsOf(frame: Frame, mail: WholeMail): Fact[] {
  const { reader } = frame
  const t = words.for(reader)
  const at = (label: string, instant: Date | null): Fact[] =>
    instant === null ? [] : [{ label, value: <Time reader={reader} at={instant} as="dateTime" /> }]
  const about = t(`mails.category.${mail.category ?? 'none'}`)
  return [
    { label: t('mails.to'), value: <Id value={mail.address} /> },
    { label: t('mails.kind'), value: mail.kind },
    { label: t('mails.category'), value: about },
    { label: t('mails.state'), value: <MailState frame={frame} mail={mail} /> },
    { label: t('mails.answer'), value: mail.response ?? '–' },
    ...(mail.requestId && mail.reference
      ? [
          {
            label: t('mails.request'),
            value: <Link href={requestPath.to(mail.requestId)}>{mail.reference}</Link>,
          },
        ]
      : []),
    ...at(t('mails.queued'), mail.queuedAt),
    ...at(t('mails.held'), mail.heldUntil),
    ...at(t('mails.next'), mail.nextAt),
    ...at(t('mails.settled'), mail.settledAt),
    ...(mail.digestId
      ? [
          {
            label: t('mails.gathered'),
            value: <Link href={operatedMailPath.to(mail.digestId)}>{t('mails.about')}</Link>,
          },
        ]
      : []),
    { label: t('mails.message-id'), value: <Id value={mail.messageId} /> },
  ]
}

function History({ frame, mail }: { frame: Frame; mail: WholeMail }) {
  const { reader } = frame
  const t = words.for(reader)
  return (
    <Table
      reader={reader}
      caption={t('mails.history')}
      dense
      rows={mail.history}
      columns={[
        { label: t('mails.state'), heads: true, cell: ({ outcome }) => t(`mails.outcome.${outcome}`) },
        { label: t('mails.answer'), cell: ({ response }) => response || '–' },
        {
          label: t('mails.queued'),
          fit: true,
          cell: ({ at }) => <Time reader={reader} at={new Date(at)} as="dateTime" />,
        },
      ]}
    />
  )
}
