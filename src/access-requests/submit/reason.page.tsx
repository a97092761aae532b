import type { CustomRole } from '../../accounts/domain/roles.ts'
import { shownIdentifier } from '../../accounts/domain/identifier.ts'
import { askReasonPath, keepDraftPath, requestPath } from '../../paths/access-requests.ts'
import { contactPath } from '../../paths/conversation.ts'
import type { FieldErrors, Typed } from '../../platform/http/index.ts'
import { formatDate } from '../../platform/i18n/format.ts'
import {
  Button,
  Card,
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
  Split,
  Steps,
  SubmitButton,
} from '../../ui/index.ts'
import { listed } from '../asked.ts'
import { waitFact } from '../expected-wait/say-wait.ts'
import { words } from '../messages/index.ts'
import type { AskedAccount } from './asking.query.ts'
import { sayAway, type ShownDeciders } from './deciders.ts'
import { type Place, WishFields } from './wish-fields.tsx'

/** What the second step of asking shows. */
export type ReasonPageProps = {
  readonly frame: Frame
  readonly account: AskedAccount
  /** Those who can decide and be reached, by name when the account shows names. */
  readonly deciders: ShownDeciders
  readonly places: readonly Place[]
  /** Roles of the account’s own, for whoever is in it. */
  readonly ownRoles: readonly CustomRole[]
  readonly ends: { readonly min: string; readonly max: string }
  readonly dueAt: Date
  readonly reminderFrom: Date
  /** Names this form: sent twice, it makes one request. */
  readonly formKey: string
  readonly typed: Typed
  /** The reference of the earlier request that the form was filled from. */
  readonly repeats?: string | undefined
  /** From when the same as in that request can be asked again, when that is not yet. */
  readonly soon?: Date | undefined
  /** Sentences, by field; `form` is about the whole. */
  readonly errors: FieldErrors
  /** Why it cannot be sent at all, and the open request when that is why. */
  readonly refused?: { readonly title: string; readonly text: string; readonly openId?: string } | undefined
}

/** Step 2: the account, why, and what will happen after sending. */
export function ReasonPage(props: ReasonPageProps) {
  const { frame, errors, refused } = props
  const { reader } = frame
  const t = words.for(reader)
  const mistakes = Object.entries(errors).map(([field, message]) => ({ field: anchorOf(field), message }))
  return (
    <Page
      frame={frame}
      title={t('why.title', { account: props.account.name })}
      failed={mistakes.length > 0 || refused !== undefined}
    >
      <ErrorSummary reader={reader} errors={mistakes} />
      {refused && <Refused {...props} refused={refused} />}
      <PageHeading
        over={<Steps reader={reader} current={2} total={2} />}
        title={t('why.title', { account: props.account.name })}
      />
      <Split label={t('why.account')} aside={<AccountCard {...props} />}>
        <Nobody {...props} />
        {props.repeats && (
          <Notice kind="info" still>
            <p>{t('why.repeats', { reference: props.repeats })}</p>
            {props.soon && <p>{t('again.soon', { date: formatDate(reader, props.soon, 'date') })}</p>}
          </Notice>
        )}
        <WishForm {...props} />
      </Split>
    </Page>
  )
}

function anchorOf(field: string): string {
  return field === 'scope' ? 'scope-1' : field
}

function Refused({ frame, refused }: ReasonPageProps & { refused: NonNullable<ReasonPageProps['refused']> }) {
  const t = words.for(frame.reader)
  const { title, text, openId } = refused
  return (
    <Notice
      kind="danger"
      title={title}
      actions={
        openId && (
          <LinkButton small href={requestPath.to(openId)}>
            {t('why.open.see')}
          </LinkButton>
        )
      }
    >
      {text}
    </Notice>
  )
}

function Nobody({ frame, deciders }: ReasonPageProps) {
  if (deciders.count > 0) return null
  const t = words.for(frame.reader)
  return (
    <Notice kind="warning" still title={t('why.nobody')}>
      {t('why.nobody.text')}
    </Notice>
  )
}

function WishForm(props: ReasonPageProps) {
  const { frame, account, formKey } = props
  const t = words.for(frame.reader)
  return (
    <Form action={askReasonPath.to()}>
      <Hidden name="account" value={account.identifier} />
      <Hidden name="key" value={formKey} />
      <WishFields
        reader={frame.reader}
        typed={props.typed}
        errors={props.errors}
        places={props.places}
        ownRoles={props.ownRoles}
        ends={props.ends}
        timeZone={account.timeZone}
      />
      <WhatNext {...props} />
      <FormActions>
        <SubmitButton icon="send">{t('why.send')}</SubmitButton>
        <Button variant="quiet" formaction={keepDraftPath.to()}>
          {t('why.account.other')}
        </Button>
      </FormActions>
    </Form>
  )
}

function WhatNext({ frame, deciders, dueAt, reminderFrom }: ReasonPageProps) {
  const { reader } = frame
  const t = words.for(reader)
  return (
    <Notice kind="info" still title={t('why.next')}>
      {deciders.count > 0 ? (
        <>
          <p>{t('why.next.mail')}</p>
          <p>
            {t('why.next.when', {
              due: formatDate(reader, dueAt, 'date'),
              remind: formatDate(reader, reminderFrom, 'date'),
            })}
          </p>
        </>
      ) : (
        <p>{t('why.next.support')}</p>
      )}
    </Notice>
  )
}

function AccountCard({ frame, account, deciders }: ReasonPageProps) {
  const t = words.for(frame.reader)
  const { shown, ascii } = shownIdentifier(account.identifier)
  return (
    <Card title={t('why.account')}>
      <Facts
        stacked
        items={[
          { label: t('why.account.name'), value: account.name },
          {
            label: t('why.account.identifier'),
            value: <Identifier value={shown} />,
            help: ascii && <Identifier value={ascii} />,
          },
          {
            label: t('why.account.type'),
            value: t(`account-type.${account.type}`),
            help: t(`account-type.${account.type}.help`),
          },
          {
            label: t('why.account.decides'),
            value: decidersIn(frame, deciders),
            help: awayIn(frame, deciders),
          },
          ...waitFact(frame.reader, account.expectedWait),
        ]}
      />
      {account.showAdministrators === 'RELAY' && deciders.count > 0 && (
        <LinkButton small icon="mail" href={contactPath.to(account.identifier)}>
          {t('contact.do')}
        </LinkButton>
      )}
    </Card>
  )
}

function awayIn({ reader }: Frame, { away }: ShownDeciders): string | undefined {
  return away.length === 0 ? undefined : sayAway(reader, away).join(' ')
}

function decidersIn(frame: Frame, { names, count }: ReasonPageProps['deciders']): string {
  const t = words.for(frame.reader)
  if (count === 0) return t('why.decides.nobody')
  if (names === null) return t('why.decides.count', { n: count })
  return t('why.decides.names', { names: listed(frame.reader, names) })
}
