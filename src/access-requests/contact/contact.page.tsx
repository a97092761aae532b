import { requestPath } from '../../paths/access-requests.ts'
import { smartAccountsPath } from '../../paths/accounts.ts'
import { contactPath } from '../../paths/conversation.ts'
import {
  ErrorSummary,
  Form,
  FormActions,
  type Frame,
  Hidden,
  Identifier,
  LinkButton,
  Muted,
  Notice,
  Page,
  PageHeading,
  SubmitButton,
  TextArea,
} from '../../ui/index.ts'
import { messagesLeft } from '../domain/contact.ts'
import { longestReason, shortestReason } from '../domain/reason.ts'
import { words } from '../messages/index.ts'
import type { Contactable } from './contact.store.ts'

/** What the form to write to administrators shows. */
export type ContactPageProps = {
  readonly frame: Frame
  readonly account: Contactable
  readonly typed?: string | undefined
  readonly error?: string | undefined
  /** Why it was not sent at all. */
  readonly problem?: string | undefined
}

/** Writing to the administrators of an account that shows neither names nor addresses. */
export function ContactPage(props: ContactPageProps) {
  const { frame, account, error, problem } = props
  const { reader } = frame
  const t = words.for(reader)
  const title = t('contact.title', { account: account.name })
  return (
    <Page frame={frame} title={title} failed={error !== undefined || problem !== undefined}>
      {error !== undefined && (
        <ErrorSummary reader={reader} errors={[{ field: 'message', message: error }]} />
      )}
      <PageHeading over={<Identifier value={account.identifier} />} title={title} lead={t('contact.lead')} />
      {problem !== undefined && (
        <Notice kind="danger" title={t('contact.refused')}>
          {problem}
        </Notice>
      )}
      <MessageForm {...props} />
    </Page>
  )
}

function MessageForm({ frame, account, typed, error }: ContactPageProps) {
  const { reader } = frame
  const t = words.for(reader)
  const { request } = account
  const left = messagesLeft(account.sentToday)
  return (
    <Form action={contactPath.to(account.identifier)}>
      {request && (
        <>
          <Hidden name="request" value={request.id} />
          <p>{t('contact.about', { reference: request.reference })}</p>
        </>
      )}
      <TextArea
        reader={reader}
        name="message"
        label={t('contact.text')}
        help={t('contact.text-help')}
        required
        min={shortestReason}
        max={longestReason}
        rows={6}
        value={typed}
        error={error}
      />
      <Muted>{t('contact.left', { left })}</Muted>
      <FormActions>
        <SubmitButton icon="send" disabled={left === 0}>
          {t('contact.press')}
        </SubmitButton>
        <LinkButton variant="quiet" href={request ? requestPath.to(request.id) : smartAccountsPath.to()}>
          {t('contact.cancel')}
        </LinkButton>
      </FormActions>
    </Form>
  )
}
