import { Time, type TimelineItem } from '../../ui/index.ts'
import { formatDate } from '../../platform/i18n/format.ts'
import { type ClockKind, clockKinds } from '../domain/schedule.ts'
import { words } from '../messages/index.ts'
import type { Happened } from './request.query.ts'
import type { Telling } from './story.who.ts'

type Part = Omit<TimelineItem, 'when'>

const say = ({ reader }: Telling) => words.for(reader)

function expiryIn({ facts }: Happened, { reader }: Telling): string {
  return formatDate(reader, new Date(String(facts['expiresAt'])), 'date')
}

/** What happens when support has had a request for long and is told again. */
export const nudged = 'access-request.support-nudged'

/** What clocks and the system did, in sentences. */
export const clockTellers: Readonly<Record<string, (happened: Happened, telling: Telling) => Part>> = {
  'access-request.expiry-near': (happened, telling) => ({
    what: say(telling)('story.expiry-near', { date: expiryIn(happened, telling) }),
    icon: 'hourglass',
    tone: 'amber',
  }),
  'access-request.answer-missing': (happened, telling) => ({
    what: say(telling)('story.answer-missing', { date: expiryIn(happened, telling) }),
    icon: 'bell',
    tone: 'amber',
  }),
  [nudged]: (_, telling) => ({
    what: say(telling)('story.support-nudged', {
      n: telling.story.happened.filter(({ type }) => type === nudged).length,
    }),
    icon: 'bell',
    tone: 'violet',
  }),
  'access-request.expired': ({ facts }, telling) => ({
    what: say(telling)(facts['because'] === 'NOT_ANSWERED' ? 'story.unanswered' : 'story.expired'),
    icon: 'timer-off',
  }),
  'access-request.narrowed': (_, telling) => ({
    what: say(telling)('story.narrowed'),
    icon: 'pencil',
    tone: 'amber',
  }),
  'access-request.closed': ({ facts }, telling) => ({
    what:
      typeof facts['because'] === 'string'
        ? say(telling)('story.closed-because', { because: closing(facts['because'], telling) })
        : say(telling)('story.closed'),
    icon: 'archive',
  }),
}

// Of two whom a request concerns, either may have been shut out.
function closing(because: string, { request }: Telling): string {
  const isForAnother = request.requesterId !== request.beneficiaryId
  return because === 'BENEFICIARY_DISABLED' && isForAnother ? 'ONE_DISABLED' : because
}

const nextWords = {
  [clockKinds.remind]: 'story.next.remind',
  [clockKinds.becomeOverdue]: 'story.next.answer',
  [clockKinds.escalate]: 'story.next.escalate',
  [clockKinds.expire]: 'story.next.expire',
  [clockKinds.leaveUnanswered]: 'story.next.unanswered',
  [clockKinds.nudgeSupport]: 'story.next.support',
} as const

const isTold = (kind: ClockKind): kind is keyof typeof nextWords => kind in nextWords

/** What will happen by itself, the next first, each kind once. */
export function nextByClock(telling: Telling): TimelineItem[] {
  const { reader, request, story } = telling
  const kinds = new Set<ClockKind>()
  return story.clocks.flatMap(({ kind, dueAt }): TimelineItem[] => {
    if (!isTold(kind) || kinds.has(kind)) return []
    kinds.add(kind)
    const at = kind === clockKinds.becomeOverdue ? request.dueAt : dueAt
    const when = <Time reader={reader} at={at} as="date" />
    return [{ what: say(telling)(nextWords[kind]), when, next: true, icon: 'hourglass' }]
  })
}
