import type { Given } from '../../accounts/domain/rights.ts'
import type { Role } from '../../accounts/domain/roles.ts'
import { sayEnd } from '../../accounts/index.ts'
import type { VirtualAccountId } from '../../kernel/id.ts'
import { sayRule } from '../../rules/index.ts'
import { type IconName, Quote, Time, type TimelineItem, type Tone } from '../../ui/index.ts'
import { sayGiven } from '../decide/sayings.ts'
import type { DeclineCode } from '../domain/request.ts'
import { words } from '../messages/index.ts'
import { askerName } from '../profile.ts'
import { Difference } from './difference.tsx'
import { accessEndsAt } from './outcome.ts'
import type { Happened } from './request.query.ts'
import { clockTellers, nudged, nextByClock } from './story.clocks.tsx'
import { conversationTellers } from './story.conversation.tsx'
import { isViewer, type Telling, whoOf } from './story.who.ts'

type Part = Omit<TimelineItem, 'when'>
type Teller = (happened: Happened, telling: Telling) => Part | undefined

/** What happened to a request, in sentences, the newest last; and what is next. */
export function tell(telling: Telling): TimelineItem[] {
  const all = toldOf(telling)
  // The desk may be told every few days for months: the last time stands for all.
  const lastNudge = all.findLast(({ type }) => type === nudged)
  const items = all.flatMap((happened) => {
    if (happened.type === nudged && happened !== lastNudge) return []
    const part = tellers[happened.type]?.(happened, telling)
    const told = part ? [{ ...part, when: timeOf(telling, happened.at) }] : []
    return happened.type === 'access-request.submitted' ? [...told, ...mailed(telling)] : told
  })
  return [...items, ...nextOf(telling)]
}

/** What of it a reader is told. */
export function toldOf({ story, seesBehind }: Pick<Telling, 'story' | 'seesBehind'>): Happened[] {
  const known = story.happened.filter(({ type }) => Object.hasOwn(tellers, type))
  if (seesBehind) return known
  const first = new Map(known.toReversed().map((happened) => [happened.type, happened]))
  return known.filter(
    (happened) =>
      !toldBehind.includes(happened.type) &&
      (!toldOnce.includes(happened.type) || first.get(happened.type) === happened),
  )
}

// Who is not told names reads that somebody looked, not how many did.
const toldOnce: readonly string[] = ['access-request.viewed', 'access-request.viewed-by-support']
const toldBehind: readonly string[] = ['access-request.decision-refused']

const tellers: Readonly<Record<string, Teller>> = {
  'access-request.submitted': (happened, telling) => ({
    ...act('submitted', 'send')(happened, telling),
    note: firstReason(telling),
  }),
  'access-request.viewed': (happened, telling) =>
    telling.seesBehind
      ? act('viewed', 'eye', 'blue')(happened, telling)
      : { what: say(telling)('story.seen'), icon: 'eye', tone: 'blue' },
  'access-request.viewed-by-support': (happened, telling) =>
    telling.seesBehind
      ? act('viewed-by-support', 'eye', 'violet')(happened, telling)
      : { what: say(telling)('story.support-looked'), icon: 'eye', tone: 'violet' },
  'access-request.reminded': (happened, telling) =>
    happened.facts['byHand'] === false
      ? { what: say(telling)('story.reminded-by-clock'), icon: 'bell', tone: 'amber' }
      : act('reminded', 'bell', 'amber')(happened, telling),
  'access-request.amended': (happened, telling) => ({
    ...act('amended', 'pencil')(happened, telling),
    note: amendment(happened, telling),
  }),
  ...conversationTellers,
  'access-request.withdrawn': (happened, telling) => act('withdrawn', 'undo-2')(happened, telling),
  'access-request.first-approval': (happened, telling) =>
    act('first-approval', 'check', 'green')(happened, telling),
  'access-request.approved': approved,
  'access-request.declined': declined,
  'access-request.routed-to-support': (_, telling) => system(telling, 'routed', 'life-buoy', 'violet'),
  'access-request.overdue': (_, telling) => system(telling, 'overdue', 'clock-alert', 'rust'),
  'access-request.escalated': (_, telling) => system(telling, 'escalated', 'life-buoy', 'violet'),
  'access-request.handed-back': (_, telling) => system(telling, 'handed-back', 'undo-2'),
  ...clockTellers,
  'grant.revoked': (happened, telling) => act('taken-back', 'undo-2', 'rust')(happened, telling),
  'access-request.decision-refused': act('refused', 'ban', 'red'),
}

type Act =
  | 'viewed-by-support'
  | 'submitted'
  | 'viewed'
  | 'reminded'
  | 'amended'
  | 'withdrawn'
  | 'first-approval'
  | 'taken-back'
  | 'refused'
type Turn = 'routed' | 'overdue' | 'escalated' | 'handed-back'

const say = ({ reader }: Telling) => words.for(reader)

function act(what: Act, icon: IconName, tone?: Tone): (happened: Happened, telling: Telling) => Part {
  return (happened, telling) => ({
    what: isViewer(happened, telling)
      ? say(telling)(`story.you.${what}`)
      : say(telling)(`story.${what}`, { who: whoOf(happened, telling) }),
    icon,
    tone,
  })
}

function system(telling: Telling, what: Turn, icon: IconName, tone?: Tone): Part {
  return { what: say(telling)(`story.${what}`), icon, tone }
}

function approved(happened: Happened, telling: Telling): Part {
  const given = sayGiven(telling.reader, givenIn(happened, telling), telling.tree)
  if (isByRule(happened)) return byRule(telling, say(telling)('by-rule.approved', { given }), true)
  return {
    what: isViewer(happened, telling)
      ? say(telling)('story.you.approved', { given })
      : say(telling)('story.approved', { who: whoOf(happened, telling), given }),
    icon: 'circle-check',
    tone: 'green',
    note: noteOf(happened, telling),
  }
}

function declined(happened: Happened, telling: Telling): Part {
  if (isByRule(happened)) {
    const text = telling.story.notes.get(String(happened.facts['decisionId']))?.note ?? ''
    return byRule(telling, say(telling)('by-rule.declined'), false, text)
  }
  const why = say(telling)(`decline.${happened.facts['code'] as DeclineCode}`)
  return {
    what: isViewer(happened, telling)
      ? say(telling)('story.you.declined', { why })
      : say(telling)('story.declined', { who: whoOf(happened, telling), why }),
    icon: 'circle-x',
    tone: 'red',
    note: noteOf(happened, telling),
  }
}

function isByRule({ facts }: Happened): boolean {
  return typeof facts['ruleId'] === 'string'
}

/** What a rule decided; which one it was is for those who can change it. */
function byRule(telling: Telling, what: string, approved: boolean, text = ''): Part {
  const { reader, story } = telling
  const by = say(telling)('by-rule.writer')
  const rule = story.ruleSaid
    ? sayRule(reader, story.ruleSaid, { ...telling.tree, ownRoles: story.ruleSaid.ownRoles })
    : undefined
  return {
    what,
    icon: approved ? 'circle-check' : 'circle-x',
    tone: approved ? 'green' : 'red',
    note:
      text === '' && rule === undefined ? undefined : (
        <>
          {text !== '' && <Quote reader={reader} text={text} by={by} />}
          {rule !== undefined && <p class="muted">{rule}</p>}
        </>
      ),
  }
}

function givenIn({ facts }: Happened, { story }: Telling): Given {
  const ids = facts['virtualAccountIds'] as VirtualAccountId[]
  const endsAt = facts['endsAt'] as string | null
  return {
    // Of a role of the account’s own the event has no more than the id.
    role: story.notes.get(String(facts['decisionId']))?.role ?? (facts['role'] as Role),
    endsAt: endsAt === null ? null : new Date(endsAt),
    scope: facts['scope'] === 'VIRTUAL' ? { kind: 'VIRTUAL', virtualAccountIds: ids } : { kind: 'ACCOUNT' },
  }
}

function noteOf(happened: Happened, telling: Telling) {
  const texts = telling.story.notes.get(String(happened.facts['decisionId']))
  if (!texts || (texts.note === '' && texts.privateNote === '')) return undefined
  const { reader } = telling
  const by = isViewer(happened, telling) ? undefined : whoOf(happened, telling)
  return (
    <>
      {texts.note !== '' && <Quote reader={reader} text={texts.note} by={by} />}
      {texts.privateNote !== '' && (
        <>
          <p class="muted">{say(telling)('story.private')}</p>
          <Quote reader={reader} text={texts.privateNote} />
        </>
      )}
    </>
  )
}

function firstReason({ reader, request, story }: Telling) {
  const first = [...story.before.keys()].toSorted((one, other) => one - other)[0]
  const text = (first === undefined ? undefined : story.before.get(first)?.reason) ?? request.reason
  return <Quote reader={reader} text={text} by={askerName(reader, request.profile)} />
}

function amendment({ facts }: Happened, telling: Telling) {
  const { reader, request, story, tree } = telling
  const version = Number(facts['version'])
  const before = story.before.get(version - 1)
  // What it said until the next amendment; versions between count changes of its status.
  const next = [...story.before.keys()]
    .filter((one) => one >= version)
    .toSorted((one, other) => one - other)[0]
  const after = (next === undefined ? undefined : story.before.get(next)) ?? request
  return before && <Difference reader={reader} tree={tree} before={before} after={after} />
}

function mailed(telling: Telling): TimelineItem[] {
  const sent = telling.story.deliveries.filter(
    ({ kind, state }) => kind === 'access-request.submitted.approver' && state === 'ACCEPTED',
  )
  const last = sent.at(-1)
  if (!last) return []
  const what = say(telling)('story.mailed', { n: sent.length })
  return [{ what, when: timeOf(telling, last.at), icon: 'mail' }]
}

function nextOf(telling: Telling): TimelineItem[] {
  const { reader, request, story, now } = telling
  const t = say(telling)
  if (request.settledAt === null) return nextByClock(telling)
  const endsAt = accessEndsAt(story.happened, now)
  if (endsAt === null) return []
  const when = (
    <Time reader={reader} at={endsAt}>
      {sayEnd(reader, endsAt)}
    </Time>
  )
  return [{ what: t('story.next.ends'), when, next: true, icon: 'timer-off' }]
}

function timeOf({ reader }: Telling, at: Date) {
  return <Time reader={reader} at={at} as="dateTime" />
}
