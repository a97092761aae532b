import type { NamedTree } from '../../accounts/index.ts'
import { myRequestsPath } from '../../paths/access-requests.ts'
import { queuePath } from '../../paths/decisions.ts'
import { formatDate } from '../../platform/i18n/format.ts'
import {
  type Crumb,
  type Flash,
  type Frame,
  Notice,
  Page,
  Quote,
  Section,
  Split,
  Stack,
  Timeline,
} from '../../ui/index.ts'
import { AnswerCard } from '../answer/answer-form.tsx'
import { ClaimLine } from '../claim/claim-line.tsx'
import { CommentForm } from '../comment/comment-form.tsx'
import type { DecisionView } from '../decide/decide.query.ts'
import { DecisionAside, DecisionPanel } from '../decide/panel.tsx'
import { sideOf } from '../domain/conversation.ts'
import { step } from '../domain/lifecycle.ts'
import type { EscalateFacts } from '../domain/escalating.ts'
import { words } from '../messages/index.ts'
import { fullName } from '../profile.ts'
import type { SeenRequest } from '../requests.store.ts'
import { speakerOn } from '../speaker.ts'
import type { ShownDeciders } from '../submit/deciders.ts'
import type { GivenAccess } from '../take-back/given.query.ts'
import { GivenCard } from '../take-back/given.tsx'
import { AboutRequest } from './about.tsx'
import type { Conversation } from './conversation.query.ts'
import { Difference } from './difference.tsx'
import { Heading } from './heading.tsx'
import type { Story } from './request.query.ts'
import { isOpen } from '../domain/request.ts'
import { tell } from './story.tsx'

/** What the page of one request shows. */
export type RequestPageProps = {
  readonly frame: Frame
  readonly viewerId: SeenRequest['requesterId']
  readonly isSupport: boolean
  readonly now: Date
  readonly request: SeenRequest
  readonly story: Story
  readonly conversation: Conversation
  readonly tree: NamedTree
  readonly seesBehind: boolean
  /** Those who can decide and be reached, by name when the account shows names. */
  readonly deciders: ShownDeciders
  /** The names of those who are away and for whom the viewer decides. */
  readonly absent: readonly string[]
  /** What the viewer needs to decide it; null when they cannot. */
  readonly decision: DecisionView | null
  /** The account takes no further request from this person; without `until` for ever. */
  readonly blocked: { readonly until: Date | null } | null
  /** The access it gave that is still in force. */
  readonly given: GivenAccess | null
  /** What it hangs on whether the viewer can turn to support with their request; null when that is no question. */
  readonly escalation: EscalateFacts | null
  readonly flash?: Flash | undefined
  /** What was typed into a field of the page and has not been sent, and what is wrong with it. */
  readonly typed?: Typed | undefined
  /** What was typed and can no longer be sent from here. */
  readonly unsent?: string | undefined
}

/** A field of the page, as it comes back. */
export type Typed = {
  readonly field: 'answer' | 'comment'
  readonly text: string
  readonly error?: string | undefined
}

/** One request: where it stands, what happened, what was asked, and what can be done. */
export function RequestPage(props: RequestPageProps) {
  const { frame, request, decision } = props
  const { reader } = frame
  const t = words.for(reader)
  return (
    <Page
      frame={frame}
      title={t('request.title', { reference: request.reference })}
      breadcrumb={wayTo(props)}
      live={[`request:${request.id}`]}
      flash={props.flash}
      failed={props.typed?.error !== undefined}
      wide
    >
      <Unsent {...props} />
      <Heading {...props} />
      {request.accountStatus === 'SUSPENDED' && isOpen(request) && (
        <Notice kind="warning" still>
          {t('request.suspended')}
        </Notice>
      )}
      <Split
        label={t('request.about')}
        aside={
          <Stack>
            {decision && <DecisionAside reader={reader} view={decision} />}
            <AboutRequest {...props} />
          </Stack>
        }
      >
        <Stack>
          <Waiting {...props} />
          {decision && <Deciding {...props} decision={decision} />}
          {props.given && (
            <GivenCard
              reader={reader}
              identifier={request.identifier}
              given={props.given}
              isOwn={request.beneficiaryId === props.viewerId}
            />
          )}
          <Section title={t('request.story')}>
            <Timeline label={t('request.story')} items={tell({ ...props, reader })} />
          </Section>
          <Talking {...props} />
        </Stack>
      </Split>
    </Page>
  )
}

function wayTo({ frame, request }: RequestPageProps): Crumb[] {
  const t = words.for(frame.reader)
  if (request.mine)
    return [{ label: t('mine.title'), href: myRequestsPath.to() }, { label: request.reference }]
  if (!request.administered) return []
  return [{ label: t('request.queue'), href: queuePath.to() }, { label: request.reference }]
}

/** What was typed but came too late, so that it is not lost. */
function Unsent({ frame, unsent }: RequestPageProps) {
  if (!unsent) return null
  return (
    <Notice kind="info" still title={words.for(frame.reader)('talk.unsent')}>
      <Quote reader={frame.reader} text={unsent} />
    </Notice>
  )
}

/** The question that waits for the requester. */
function Waiting({ frame, viewerId, request, conversation, typed }: RequestPageProps) {
  const question = conversation.questions.findLast(({ answer }) => answer === null)
  if (!question || viewerId !== request.requesterId || !step(request, 'answer').ok) return null
  const mine = typed?.field === 'answer' ? typed : undefined
  return (
    <AnswerCard
      reader={frame.reader}
      request={request}
      question={question}
      typed={mine?.text}
      error={mine?.error}
    />
  )
}

/** What one decides by, with what has changed since one read it, and who else is looking. */
function Deciding(props: RequestPageProps & { decision: DecisionView }) {
  const { frame, request, conversation, decision } = props
  const { reader } = frame
  const t = words.for(reader)
  const question = conversation.questions.findLast(({ answer }) => answer === null)
  const left = request.patience.informationRounds - conversation.questions.length
  return (
    <>
      <ChangedSince {...props} />
      {question && request.status === 'INFO_REQUESTED' && (
        <Notice kind="info" still title={t('question.waiting', { name: fullName(request.profile) })}>
          {t('question.waiting-text', { date: formatDate(reader, question.askedAt, 'date') })}
        </Notice>
      )}
      <DecisionPanel
        reader={reader}
        view={decision}
        absent={props.absent}
        asks={left > 0 && step(request, 'ask-for-information').ok}
        claim={<ClaimLine reader={reader} id={request.id} claim={conversation.claim} />}
      />
    </>
  )
}

/** What the requester changed after this approver read it; told once. */
function ChangedSince({ frame, request, story, tree }: RequestPageProps) {
  const { viewed, before } = story
  if (viewed === null || viewed >= request.version) return null
  const [read] = [...before]
    .filter(([version]) => version >= viewed)
    .toSorted(([one], [other]) => one - other)
  if (!read) return null
  return (
    <Notice kind="warning" still title={words.for(frame.reader)('diff.since')}>
      <Difference reader={frame.reader} tree={tree} before={read[1]} after={request} />
    </Notice>
  )
}

/** The field to say something, at the end of what was said. */
function Talking({ frame, viewerId, isSupport, request, conversation, typed }: RequestPageProps) {
  const side = sideOf(request, speakerOn(request, { personId: viewerId, isSupport }))
  if (side === null || !step(request, 'comment').ok) return null
  const written = conversation.comments.filter((comment) => comment.side === side).length
  const mine = typed?.field === 'comment' ? typed : undefined
  return (
    <CommentForm
      reader={frame.reader}
      id={request.id}
      side={side}
      left={request.patience.commentsEachSide - written}
      name={fullName(request.profile)}
      typed={mine?.text}
      error={mine?.error}
    />
  )
}
