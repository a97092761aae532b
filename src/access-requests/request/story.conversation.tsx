import { Quote, type TimelineItem } from '../../ui/index.ts'
import { words } from '../messages/index.ts'
import type { Happened } from './request.query.ts'
import { isViewer, type Telling, whoOf } from './story.who.ts'

type Part = Omit<TimelineItem, 'when'>
type Teller = (happened: Happened, telling: Telling) => Part | undefined

/** What was said on a request, in sentences and in people's own words. */
export const conversationTellers: Readonly<Record<string, Teller>> = {
  'access-request.information-asked': (happened, telling) => ({
    ...said('asked-question', happened, telling),
    icon: 'message-circle-question-mark',
    tone: 'blue',
    note: quoted(telling, questionIn(happened, telling)?.text),
  }),
  'access-request.answered': (happened, telling) => ({
    ...said('answered', happened, telling),
    icon: 'message-circle-question-mark',
    note: quoted(telling, questionIn(happened, telling)?.answer),
  }),
  'access-request.commented': (happened, telling) => ({
    ...said('commented', happened, telling),
    icon: 'square-pen',
    note: quoted(telling, commentIn(happened, telling)?.text),
  }),
  'access-request.claimed': (happened, telling) =>
    telling.seesBehind ? { ...said('claimed', happened, telling), icon: 'eye' } : undefined,
  'access-request.claim-released': (happened, telling) =>
    telling.seesBehind ? { ...said('released', happened, telling), icon: 'eye' } : undefined,
}

function said(
  what: 'asked-question' | 'answered' | 'commented' | 'claimed' | 'released',
  happened: Happened,
  telling: Telling,
): { what: string } {
  const t = words.for(telling.reader)
  if (isViewer(happened, telling)) return { what: t(`story.you.${what}`) }
  // The support desk speaks as one to those who asked.
  const isDesk = happened.facts['side'] === 'SUPPORT' && !telling.seesBehind
  return { what: t(`story.${what}`, { who: isDesk ? t('story.support') : whoOf(happened, telling) }) }
}

function questionIn({ facts }: Happened, { conversation }: Telling) {
  return conversation.questions.find(({ n }) => n === facts['n'])
}

function commentIn({ facts }: Happened, { conversation }: Telling) {
  return conversation.comments.find(({ n, side }) => n === facts['n'] && side === facts['side'])
}

function quoted({ reader }: Telling, text: string | null | undefined) {
  return text ? <Quote reader={reader} text={text} /> : undefined
}
