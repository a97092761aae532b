import { accountWords, EndsAtField } from '../../accounts/index.ts'
import { requestPath } from '../../paths/access-requests.ts'
import { extendPath, ownAccessPath } from '../../paths/access.ts'
import { smartAccountsPath } from '../../paths/accounts.ts'
import type { FieldErrors } from '../../platform/http/index.ts'
import {
  ErrorSummary,
  Facts,
  Form,
  FormActions,
  type Frame,
  Hidden,
  Identifier,
  LinkButton,
  Notice,
  Page,
  PageHeading,
  SubmitButton,
  TextArea,
} from '../../ui/index.ts'
import { sayGrant } from '../decide/sayings.ts'
import { longestReason, shortestReason } from '../domain/reason.ts'
import { words } from '../messages/index.ts'
import type { OwnGrant } from './extend.ts'

/** What the page that asks for more time shows. */
export type ExtendPageProps = {
  readonly frame: Frame
  readonly own: OwnGrant
  readonly typed: {
    readonly day: string
    readonly time: string
    readonly reason: string
    readonly key: string
  }
  /** Sentences, by field. */
  readonly errors?: FieldErrors | undefined
  /** Why it cannot be asked, and the open request when that is why. */
  readonly refused?: { readonly text: string; readonly openId?: string | undefined } | undefined
}

/** Asking for a role to go on: what is held, until when it should be, and why. */
export function ExtendPage(props: ExtendPageProps) {
  const { frame, own, errors = {}, refused } = props
  const { reader } = frame
  const t = words.for(reader)
  const { account, grant, tree } = own
  const title = t('extend.title')
  const mistakes = Object.entries(errors).map(([field, message]) => ({ field, message }))
  return (
    <Page
      frame={frame}
      title={title}
      failed={mistakes.length > 0 || refused !== undefined}
      breadcrumb={[
        { label: accountWords.for(reader)('access.title'), href: smartAccountsPath.to() },
        { label: account.name, href: ownAccessPath.to(account.identifier) },
        { label: title },
      ]}
    >
      <ErrorSummary reader={reader} errors={mistakes} />
      <PageHeading title={title} lead={t('extend.lead')} />
      {refused && <Refused {...props} refused={refused} />}
      <Facts
        items={[
          {
            label: t('request.account'),
            value: account.name,
            help: <Identifier value={account.identifier} />,
          },
          {
            label: t('extend.held'),
            value: sayGrant(reader, grant, tree),
          },
        ]}
      />
      {refused === undefined && <Fields {...props} />}
    </Page>
  )
}

function Refused({
  frame,
  own,
  refused,
}: ExtendPageProps & { refused: NonNullable<ExtendPageProps['refused']> }) {
  const t = words.for(frame.reader)
  const { text, openId } = refused
  return (
    <Notice
      kind="warning"
      title={t('extend.refused')}
      actions={
        openId ? (
          <LinkButton small href={requestPath.to(openId)}>
            {t('why.open.see')}
          </LinkButton>
        ) : (
          <LinkButton small href={ownAccessPath.to(own.account.identifier)}>
            {t('extend.back')}
          </LinkButton>
        )
      }
    >
      {text}
    </Notice>
  )
}

function Fields({ frame, own, typed, errors = {} }: ExtendPageProps) {
  const { reader } = frame
  const t = words.for(reader)
  const { account, grant } = own
  return (
    <Form action={extendPath.to(account.identifier, grant.id)}>
      <Hidden name="key" value={typed.key} />
      <EndsAtField
        reader={reader}
        label={t('why.ends')}
        required
        day={typed.day}
        time={typed.time}
        timeZone={account.timeZone}
        error={errors['ends']}
      />
      <TextArea
        reader={reader}
        name="reason"
        label={t('why.reason')}
        help={t('extend.reason-help')}
        required
        min={shortestReason}
        max={longestReason}
        rows={4}
        value={typed.reason}
        error={errors['reason']}
      />
      <FormActions>
        <SubmitButton icon="send">{t('extend.press')}</SubmitButton>
        <LinkButton variant="quiet" href={ownAccessPath.to(account.identifier)}>
          {t('extend.cancel')}
        </LinkButton>
      </FormActions>
    </Form>
  )
}
