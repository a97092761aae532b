import type { Child } from '#jsx'
import { mailBodyPath, mailboxPath, mailPath } from '../../paths/instance.ts'
import {
  EmptyState,
  Facts,
  Fold,
  type Frame,
  Link,
  Page,
  PageHeading,
  Pager,
  Table,
  Time,
} from '../../ui/index.ts'
import { words } from '../messages/index.ts'

type Line = { id: string; address: string; recipient: string; subject: string; receivedAt: Date }

/** The demo's mails, newest first. */
export function MailboxPage({
  frame,
  mails,
  older,
}: {
  frame: Frame
  mails: readonly Line[]
  older?: string | undefined
}) {
  const { reader } = frame
  const t = words.for(reader)
  return (
    <Page frame={frame} title={t('mailbox.title')} wide>
      <PageHeading title={t('mailbox.title')} lead={t('mailbox.lead')} />
      {mails.length === 0 ? (
        <EmptyState title={t('mailbox.empty.title')} icon="mail">
          {t('mailbox.empty.text')}
        </EmptyState>
      ) : (
        <Table
          reader={reader}
          caption={t('mailbox.list')}
          rows={mails}
          columns={[
            {
              label: t('mailbox.subject'),
              heads: true,
              cell: (mail) => <Link href={mailPath.to(mail.id)}>{mail.subject}</Link>,
            },
            { label: t('mailbox.to'), cell: (mail) => <bdi>{mail.address}</bdi> },
            {
              label: t('mailbox.received'),
              fit: true,
              cell: (mail) => <Time reader={reader} at={mail.receivedAt} as="dateTime" />,
            },
          ]}
        />
      )}
      <Pager reader={reader} next={older ? mailboxPath.to(older) : undefined} />
    </Page>
  )
}

type Mail = Line & { headers: Record<string, string>; text: string; links: readonly string[] }

/** One mail: its head, its links, its plain text, and a way to see it as a mail program shows it. */
export function MailPage({ frame, mail }: { frame: Frame; mail: Mail }) {
  const { reader } = frame
  const t = words.for(reader)
  const facts: { label: string; value: Child }[] = [
    { label: t('mailbox.from'), value: mail.headers.From ?? '' },
    { label: t('mailbox.to'), value: <bdi>{mail.address}</bdi> },
    { label: t('mailbox.received'), value: <Time reader={reader} at={mail.receivedAt} as="dateTime" /> },
  ]
  return (
    <Page
      frame={frame}
      title={mail.subject}
      breadcrumb={[{ label: t('mailbox.title'), href: mailboxPath.to() }, { label: mail.subject }]}
    >
      <PageHeading
        title={mail.subject}
        actions={<Link href={mailBodyPath.to(mail.id)}>{t('mailbox.preview')}</Link>}
      />
      <Facts items={facts} />
      {mail.links.length > 0 && (
        <>
          <h2>{t('mailbox.links')}</h2>
          <ul>
            {mail.links.map((link) => (
              <li>
                <Link href={link}>{link}</Link>
              </li>
            ))}
          </ul>
        </>
      )}
      <Fold summary={t('mailbox.text')} open>
        <pre>{mail.text}</pre>
      </Fold>
    </Page>
  )
}
