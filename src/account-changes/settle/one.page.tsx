import type { SeenAccount } from '../../accounts/index.ts'
import { oneChangePath } from '../../paths/account-changes.ts'
import type { Typed } from '../../platform/http/index.ts'
import { formatDate } from '../../platform/i18n/format.ts'
import type { Reader } from '../../platform/i18n/reader.ts'
import {
  ErrorSummary,
  type Fact,
  Facts,
  type Flash,
  Form,
  FormActions,
  type Frame,
  Hidden,
  Muted,
  Notice,
  Quote,
  SubmitButton,
  TextArea,
} from '../../ui/index.ts'
import type { StoredChange } from '../changes.store.ts'
import { ChangeFrame } from '../frame.page.tsx'
import { Happens, type Subject } from '../happens.tsx'
import { words } from '../messages/index.ts'
import { answerBounds } from '../reason.ts'
import type { NotTaken } from '../say.ts'

/** What the viewer can do about a change. */
export type Stance = {
  readonly agree: 'FIRST' | 'DONE' | null
  /** They are the first of the two. */
  readonly agreed: boolean
  readonly refuse: boolean
  readonly withdraw: boolean
}

type Props = {
  readonly frame: Frame
  readonly seen: SeenAccount
  readonly change: StoredChange
  readonly subject: Subject
  readonly stance: Stance
  readonly typed?: Typed | undefined
  readonly notTaken?: NotTaken | undefined
  readonly flash?: Flash | undefined
}

/** One change that was asked: what, by whom and why, what it would do, and the steps that are the viewer's. */
export function OneChangePage(props: Props) {
  const { frame, seen, change, subject, notTaken } = props
  const { reader } = frame
  const t = words.for(reader)
  const isOpen = change.settledAt === null
  const title =
    change.kind === 'MERGE'
      ? t('one.title.MERGE', { account: seen.account.name, other: subject.other?.name ?? '–' })
      : t(`one.title.${change.kind}`, { account: seen.account.name })
  const errors = Object.entries(notTaken?.errors ?? {}).map(([field, message]) => ({
    field: field === 'reason' ? 'answer' : field,
    message,
  }))
  return (
    <ChangeFrame
      frame={frame}
      seen={seen}
      title={title}
      flash={props.flash}
      problem={notTaken?.problem}
      failed={notTaken !== undefined}
    >
      <ErrorSummary reader={reader} errors={errors} />
      {!isOpen && <Ended reader={reader} change={change} />}
      <Facts items={factsOf(reader, change)} />
      <Quote reader={reader} text={change.reason} by={change.names.asked} />
      {isOpen && <Happens reader={reader} subject={subject} />}
      {isOpen && <Steps {...props} />}
    </ChangeFrame>
  )
}

function Ended({ reader, change }: { reader: Reader; change: StoredChange }) {
  const t = words.for(reader)
  const { outcome, settledAt, names, answer } = change
  const date = formatDate(reader, settledAt ?? change.lapsesAt, 'dateTime')
  const who = names.settled || '–'
  return (
    <>
      <Notice kind={outcome === 'DONE' ? 'success' : 'info'} still>
        {outcome === 'LAPSED' || outcome === null
          ? t('one.ended.LAPSED', { date })
          : t(`one.ended.${outcome}`, { who, date })}
      </Notice>
      {answer !== '' && <Quote reader={reader} text={answer} by={who} />}
    </>
  )
}

function factsOf(reader: Reader, change: StoredChange): Fact[] {
  const t = words.for(reader)
  const { what, names, settledAt } = change
  const day = (at: Date) => formatDate(reader, at, 'dateTime')
  const type = what['type']
  const to = what['identifier'] ?? (type && t(`type.${type as 'CUSTOMER'}`))
  return [
    ...(to ? [{ label: t('one.to'), value: to }] : []),
    { label: t('one.by'), value: <bdi>{names.asked}</bdi> },
    { label: t('one.at'), value: day(change.askedAt) },
    { label: t('one.first'), value: <bdi>{names.first || t('one.none')}</bdi> },
    ...(settledAt === null ? [{ label: t('one.lapses'), value: day(change.lapsesAt) }] : []),
  ]
}

function Steps(props: Props) {
  const { frame, stance } = props
  const t = words.for(frame.reader)
  return (
    <>
      {stance.agreed && <Muted>{t('one.own')}</Muted>}
      {!stance.agreed && stance.agree === null && <Muted>{t('one.waits')}</Muted>}
      {stance.agree && <Agreeing {...props} isLast={stance.agree === 'DONE'} />}
      {stance.refuse && <Refusing {...props} />}
      {stance.withdraw && (
        <Step {...props} what="withdraw">
          <SubmitButton variant="secondary">{t('one.withdraw')}</SubmitButton>
        </Step>
      )}
    </>
  )
}

function Agreeing(props: Props & { isLast: boolean }) {
  const { isLast } = props
  const t = words.for(props.frame.reader)
  return (
    <>
      <Muted>{isLast ? t('one.agree.lead') : t('one.agree.lead-first')}</Muted>
      <Step {...props} what="agree">
        <SubmitButton variant={isLast ? 'danger' : 'primary'}>
          {isLast ? t('one.agree') : t('one.agree.first')}
        </SubmitButton>
      </Step>
    </>
  )
}

function Refusing({ frame, seen, change, typed, notTaken }: Props) {
  const { reader } = frame
  const t = words.for(reader)
  const answer = typed?.['answer']
  return (
    <>
      <h2>{t('one.refuse.title')}</h2>
      <Form action={oneChangePath.to(seen.account.identifier, change.id)}>
        <Hidden name="what" value="refuse" />
        <Hidden name="version" value={String(change.version)} />
        <TextArea
          reader={reader}
          name="answer"
          label={t('one.answer')}
          help={t('one.answer.help')}
          rows={3}
          max={answerBounds.max}
          value={typeof answer === 'string' ? answer : ''}
          error={notTaken?.errors?.['reason']}
        />
        <FormActions>
          <SubmitButton variant="secondary">{t('one.refuse')}</SubmitButton>
        </FormActions>
      </Form>
    </>
  )
}

function Step(props: Props & { what: 'agree' | 'withdraw'; children?: unknown }) {
  return (
    <Form action={oneChangePath.to(props.seen.account.identifier, props.change.id)}>
      <Hidden name="what" value={props.what} />
      <Hidden name="version" value={String(props.change.version)} />
      <FormActions>{props.children as never}</FormActions>
    </Form>
  )
}
