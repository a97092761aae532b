import { requestPath } from '../../paths/access-requests.ts'
import { accountPath, accountsPath } from '../../paths/accounts.ts'
import { accountMessagesPath, messagePath } from '../../paths/conversation.ts'
import {
  type Crumb,
  ErrorSummary,
  type Fact,
  Facts,
  type Flash,
  Form,
  FormActions,
  type Frame,
  Link,
  Muted,
  Notice,
  Page,
  PageHeading,
  Quote,
  Section,
  SubmitButton,
  TextArea,
  Time,
} from '../../ui/index.ts'
import { longestReason, shortestReason } from '../domain/reason.ts'
import { words } from '../messages/index.ts'
import type { SeenMessage } from './contact.store.ts'

/** What the page of a message shows. */
export type MessagePageProps = {
  readonly frame: Frame
  readonly message: SeenMessage
  readonly flash?: Flash | undefined
  readonly typed?: string | undefined
  readonly error?: string | undefined
  /** Why the answer was not sent at all. */
  readonly problem?: string | undefined
}

/** One message to administrators and its answer, for whoever wrote it and those it is for. */
export function MessagePage(props: MessagePageProps) {
  const { frame, message, error, problem } = props
  const { reader } = frame
  const t = words.for(reader)
  const title = message.isForViewer
    ? t('message.other', { who: message.senderName })
    : t('message.mine', { account: message.accountName })
  return (
    <Page
      frame={frame}
      title={title}
      breadcrumb={wayTo(props)}
      flash={props.flash}
      failed={error !== undefined || problem !== undefined}
    >
      {error !== undefined && <ErrorSummary reader={reader} errors={[{ field: 'answer', message: error }]} />}
      <PageHeading over={t('message.over', { account: message.accountName })} title={title} />
      {problem !== undefined && (
        <Notice kind="danger" title={t('notice.refused')}>
          {problem}
        </Notice>
      )}
      <Facts items={factsOf(props)} />
      <Section title={t('message.said')}>
        <Quote
          reader={reader}
          text={message.text}
          by={message.isForViewer ? message.senderName : undefined}
        />
      </Section>
      <Section title={t('message.answer')}>
        <Answer {...props} />
      </Section>
    </Page>
  )
}

function wayTo({ frame, message }: MessagePageProps): Crumb[] {
  const t = words.for(frame.reader)
  if (!message.isForViewer) return []
  return [
    { label: t('queue.manage'), href: accountsPath.to() },
    { label: message.accountName, href: accountPath.to(message.identifier) },
    { label: t('messages.title'), href: accountMessagesPath.to(message.identifier) },
    { label: t('message.other', { who: message.senderName }) },
  ]
}

function factsOf({ frame, message }: MessagePageProps): Fact[] {
  const { reader } = frame
  const t = words.for(reader)
  const { request, answeredAt } = message
  return [
    { label: t('message.sent-at'), value: <Time reader={reader} at={message.sentAt} as="dateTime" /> },
    ...(message.isForViewer ? [{ label: t('message.company'), value: message.company }] : []),
    ...(request
      ? [
          {
            label: t('message.request'),
            value: <Link href={requestPath.to(request.id)}>{request.reference}</Link>,
          },
        ]
      : []),
    ...(answeredAt
      ? [{ label: t('message.answered-at'), value: <Time reader={reader} at={answeredAt} as="dateTime" /> }]
      : []),
  ]
}

function Answer({ frame, message, typed, error }: MessagePageProps) {
  const { reader } = frame
  const t = words.for(reader)
  if (message.answer !== null) {
    // The account says whether its administrators are named to others.
    const isNamed = message.isForViewer || message.showAdministrators === 'NAMES'
    const by = isNamed ? (message.answeredBy ?? undefined) : t('somebody.start')
    return <Quote reader={reader} text={message.answer} by={by} />
  }
  if (!message.isForViewer) return <Muted>{t('message.waiting')}</Muted>
  return (
    <Form action={messagePath.to(message.id)}>
      <TextArea
        reader={reader}
        name="answer"
        label={t('message.your-answer')}
        help={t('message.your-answer-help', { who: message.senderName })}
        required
        min={shortestReason}
        max={longestReason}
        value={typed}
        error={error}
      />
      <FormActions>
        <SubmitButton icon="send">{t('message.press')}</SubmitButton>
      </FormActions>
    </Form>
  )
}
