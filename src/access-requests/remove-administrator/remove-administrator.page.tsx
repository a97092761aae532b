import type { Child } from '#jsx'
import { accountWords } from '../../accounts/index.ts'
import {
  accountPath,
  accountsPath,
  accountUsersPath,
  removalPath,
  takeBackPath,
} from '../../paths/accounts.ts'
import type { FieldErrors, Typed } from '../../platform/http/index.ts'
import { formatDate } from '../../platform/i18n/format.ts'
import type { Reader } from '../../platform/i18n/reader.ts'
import {
  Change,
  type Crumb,
  ErrorSummary,
  Facts,
  Form,
  FormActions,
  type Frame,
  Hidden,
  LinkButton,
  Muted,
  Notice,
  Page,
  PageHeading,
  Quote,
  SubmitButton,
  TextArea,
} from '../../ui/index.ts'
import { sayGrant } from '../decide/sayings.ts'
import { removalNoticeDays } from '../domain/removing.ts'
import { words } from '../messages/index.ts'
import { Rest } from '../take-back/take-back.page.tsx'
import type { RemovalErrorKey } from './remove-administrator.form.ts'
import type { RemovalView } from './remove-administrator.query.ts'

type Props = {
  readonly frame: Frame
  readonly view: RemovalView
  readonly typed?: Typed | undefined
  readonly errors?: FieldErrors | undefined
  /** Why the step was not taken, in words. */
  readonly problem?: string | undefined
  /** It was proposed just now. */
  readonly proposed?: boolean | undefined
}
type Open = NonNullable<RemovalView['open']>

/** Removing an administrator: proposing it, or what was proposed, by whom and why, with the steps that are the viewer's. */
export function RemovalPage(props: Props) {
  const { frame, view, problem, errors = {} } = props
  const { reader } = frame
  const t = words.for(reader)
  const title = titleOf(reader, view)
  const lead = view.open ? undefined : leadOf(reader, view)
  const text = t('removal.flash-text', { name: view.seen.name })
  return (
    <Page
      frame={frame}
      title={title}
      failed={Object.keys(errors).length > 0}
      breadcrumb={crumbsOf(reader, view, title)}
      flash={props.proposed && view.open ? { kind: 'success', title: t('removal.flash'), text } : undefined}
    >
      <ErrorSummary reader={reader} errors={summaryOf(reader, errors)} />
      <PageHeading over={view.seen.account.name} title={title} lead={lead} />
      {problem !== undefined && (
        <Notice kind="danger" title={t('removal.refused')}>
          {problem}
        </Notice>
      )}
      {view.open && <Proposed reader={reader} open={view.open} stance={view.stance} />}
      <WhatChanges reader={reader} view={view} />
      {view.open ? <Steps {...props} open={view.open} /> : <Propose {...props} />}
    </Page>
  )
}

function titleOf(reader: Reader, { open, stance, seen }: RemovalView): string {
  const t = words.for(reader)
  if (!open) return t('removal.title', { name: seen.name })
  return stance === 'concerned' ? t('removal.open-own') : t('removal.open', { name: seen.name })
}

function leadOf(reader: Reader, { betweenTwo, seen }: RemovalView): string {
  const t = words.for(reader)
  return betweenTwo ? t('removal.lead-two', { name: seen.name, days: removalNoticeDays }) : t('removal.lead')
}

function Proposed({ reader, open, stance }: { reader: Reader; open: Open; stance: RemovalView['stance'] }) {
  const t = words.for(reader)
  const by = stance === 'author' ? t('removal.you') : open.proposer
  const day = (at: Date) => formatDate(reader, at, 'dateTime')
  return (
    <>
      <Facts
        items={[
          { label: t('removal.by'), value: by },
          { label: t('removal.at'), value: day(open.proposedAt) },
          ...(open.noticeEndsAt ? [{ label: t('removal.notice'), value: day(open.noticeEndsAt) }] : []),
          { label: t('removal.lapses'), value: day(open.lapsesAt) },
        ]}
      />
      <Quote reader={reader} text={open.reason} by={by} />
    </>
  )
}

function WhatChanges({ reader, view }: { reader: Reader; view: RemovalView }) {
  const { seen } = view
  const t = words.for(reader)
  return (
    <>
      <h2>{seen.isOwn ? t('removal.change-own') : t('take.change', { name: seen.name })}</h2>
      <Change
        reader={reader}
        now={sayGrant(reader, seen.grant, seen.tree)}
        after={<Rest reader={reader} view={seen} />}
      />
    </>
  )
}

function Propose({ frame, view, typed = {}, errors = {} }: Props) {
  const { reader } = frame
  const t = words.for(reader)
  const { name, account } = view.seen
  return (
    <Form action={actionOf(view)}>
      <Hidden name="what" value="propose" />
      <TextArea
        reader={reader}
        name="reason"
        label={t('removal.reason')}
        help={t('removal.reason-help', { name })}
        required
        rows={4}
        min={10}
        max={1000}
        value={textOf(typed, 'reason')}
        error={saidOf(reader, errors, 'reason')}
      />
      <FormActions>
        <SubmitButton variant="danger">{t('removal.propose', { name })}</SubmitButton>
        <LinkButton variant="quiet" href={accountUsersPath.to(account.identifier)}>
          {t('removal.cancel')}
        </LinkButton>
      </FormActions>
    </Form>
  )
}

type OpenProps = Props & { readonly open: Open }

function Steps(props: OpenProps) {
  if (props.view.stance === 'author') return <AuthorSteps {...props} />
  return props.view.stance === 'second' ? <SecondSteps {...props} /> : <ConcernedSteps {...props} />
}

function AuthorSteps({ frame, view, open }: OpenProps) {
  const { reader } = frame
  const t = words.for(reader)
  const { name, facts } = view.seen
  const isReady = open.alone !== null && open.alone <= facts.now
  return (
    <>
      <Muted>{waitingFor(reader, view, open)}</Muted>
      {isReady && (
        <Step view={view} open={open} what="confirm">
          <SubmitButton variant="danger">{t('removal.confirm', { name })}</SubmitButton>
        </Step>
      )}
      <Step view={view} open={open} what="withdraw">
        <SubmitButton variant="secondary">{t('removal.withdraw')}</SubmitButton>
      </Step>
    </>
  )
}

function waitingFor(reader: Reader, { seen, betweenTwo }: RemovalView, open: Open): string {
  const t = words.for(reader)
  const { name, facts } = seen
  const { alone, noticeEndsAt } = open
  if (alone === null)
    return betweenTwo && noticeEndsAt ? t('removal.wait-away', { name }) : t('removal.wait-second')
  if (alone <= facts.now) return t('removal.alone-lead', { name })
  return t('removal.wait-notice', { name, date: formatDate(reader, alone, 'dateTime') })
}

function SecondSteps(props: OpenProps) {
  const { frame, view, open } = props
  const t = words.for(frame.reader)
  const { name } = view.seen
  return (
    <>
      <Muted>{t('removal.confirm-lead', { name })}</Muted>
      <Step view={view} open={open} what="confirm">
        <SubmitButton variant="danger">{t('removal.confirm', { name })}</SubmitButton>
      </Step>
      <h2>{t('removal.refuse-title')}</h2>
      <p>{t('removal.refuse-lead', { proposer: open.proposer })}</p>
      <Refusing {...props} press={t('removal.refuse')} />
    </>
  )
}

function ConcernedSteps(props: OpenProps) {
  const { frame, view, open } = props
  const { reader } = frame
  const t = words.for(reader)
  const { account, grant } = view.seen
  const { proposer, alone } = open
  const date = alone && formatDate(reader, alone, 'dateTime')
  return (
    <>
      <p>{date ? t('removal.own-two', { proposer, date }) : t('removal.own-decided')}</p>
      <p>
        <LinkButton href={takeBackPath.to(account.identifier, grant.id)}>{t('removal.agree')}</LinkButton>
      </p>
      {view.mayObject && (
        <>
          <h2>{t('removal.refuse-title')}</h2>
          <p>{t('removal.object-lead', { proposer })}</p>
          <Refusing {...props} press={t('removal.object')} />
        </>
      )}
    </>
  )
}

function Refusing({ frame, view, open, press, typed = {}, errors = {} }: OpenProps & { press: string }) {
  const { reader } = frame
  const t = words.for(reader)
  const names = { proposer: open.proposer, name: view.seen.name }
  return (
    <Form action={actionOf(view)}>
      <Hidden name="what" value="refuse" />
      <Hidden name="removal" value={open.id} />
      <TextArea
        reader={reader}
        name="answer"
        label={t('removal.answer')}
        help={view.seen.isOwn ? t('removal.answer-help-own', names) : t('removal.answer-help', names)}
        rows={3}
        max={1000}
        value={textOf(typed, 'answer')}
        error={saidOf(reader, errors, 'answer')}
      />
      <FormActions>
        <SubmitButton variant="secondary">{press}</SubmitButton>
      </FormActions>
    </Form>
  )
}

function Step(props: { view: RemovalView; open: Open; what: 'confirm' | 'withdraw'; children?: Child }) {
  return (
    <Form action={actionOf(props.view)}>
      <Hidden name="what" value={props.what} />
      <Hidden name="removal" value={props.open.id} />
      <FormActions>{props.children}</FormActions>
    </Form>
  )
}

function actionOf({ seen }: RemovalView): string {
  return removalPath.to(seen.account.identifier, seen.grant.id)
}

function textOf(typed: Typed, name: string): string | undefined {
  const value = typed[name]
  return typeof value === 'string' ? value : undefined
}

function saidOf(reader: Reader, errors: FieldErrors, name: string): string | undefined {
  const key = errors[name]
  return key === undefined ? undefined : words.for(reader)(key as RemovalErrorKey)
}

function summaryOf(reader: Reader, errors: FieldErrors) {
  return Object.keys(errors).map((name) => ({
    field: name === 'reason' || name === 'answer' ? name : undefined,
    message: saidOf(reader, errors, name) ?? '',
  }))
}

function crumbsOf(reader: Reader, { seen }: RemovalView, title: string): Crumb[] {
  const a = accountWords.for(reader)
  const { account } = seen
  return [
    { label: a('manage.title'), href: accountsPath.to() },
    { label: account.name, href: accountPath.to(account.identifier) },
    { label: a('account.users'), href: accountUsersPath.to(account.identifier) },
    { label: title },
  ]
}
