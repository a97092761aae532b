import { AccountFrame, type SeenAccount } from '../../accounts/index.ts'
import { accountMessagesPath, messagePath } from '../../paths/conversation.ts'
import { withQuery } from '../../paths/decisions.ts'
import { Badge, type Column, EmptyState, type Frame, Link, Pager, Table, Time } from '../../ui/index.ts'
import { words } from '../messages/index.ts'
import type { SeenMessage } from './contact.store.ts'

/** What people wrote to the administrators of an account. */
export function MessagesPage(props: {
  readonly frame: Frame
  readonly seen: SeenAccount
  readonly messages: readonly SeenMessage[]
  /** The sealed end of this page, when there is another. */
  readonly after: string | undefined
}) {
  const { frame, seen, messages, after } = props
  const { account } = seen
  const { reader } = frame
  const t = words.for(reader)
  const title = t('messages.title')
  return (
    <AccountFrame
      frame={frame}
      seen={seen}
      current="requests"
      title={title}
      lead={t('messages.lead')}
      live={[`account:${account.id}`]}
      under={[{ label: title }]}
    >
      {messages.length === 0 ? (
        <EmptyState icon="mail" title={t('messages.none')}>
          {t('messages.none-text')}
        </EmptyState>
      ) : (
        <Table reader={reader} caption={title} columns={columnsFor(frame)} rows={messages} />
      )}
      <Pager
        reader={reader}
        next={after && withQuery(accountMessagesPath.to(account.identifier), { after })}
      />
    </AccountFrame>
  )
}

const mostShown = 120

function columnsFor({ reader }: Frame): Column<SeenMessage>[] {
  const t = words.for(reader)
  return [
    {
      label: t('messages.who'),
      heads: true,
      cell: (message) => (
        <>
          <Link href={messagePath.to(message.id)}>{message.senderName}</Link>
          <p class="muted">{message.company}</p>
        </>
      ),
    },
    {
      label: t('messages.text'),
      cell: ({ text }) =>
        [...text].length > mostShown ? `${[...text].slice(0, mostShown).join('')}…` : text,
    },
    { label: t('messages.when'), fit: true, cell: ({ sentAt }) => <Time reader={reader} at={sentAt} /> },
    {
      label: t('messages.state'),
      cell: ({ answeredBy }) =>
        answeredBy === null ? (
          <Badge tone="amber">{t('messages.open')}</Badge>
        ) : (
          t('messages.by', { who: answeredBy })
        ),
    },
  ]
}
