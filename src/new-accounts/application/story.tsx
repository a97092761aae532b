import { Section, Time, Timeline, type TimelineItem } from '../../ui/index.ts'
import type { StepKind } from '../applications.store.ts'
import { isApplicationOpen } from '../domain/application.ts'
import { nextClock } from '../domain/times.ts'
import { words } from '../messages/index.ts'
import type { ApplicationView } from './application.view.ts'

const looks: Partial<Record<StepKind, Pick<TimelineItem, 'icon' | 'tone'>>> = {
  SENT: { icon: 'send' },
  PROVEN: { icon: 'check', tone: 'green' },
  PROOF_LOST: { icon: 'x', tone: 'amber' },
  APPROVED: { icon: 'check', tone: 'green' },
  CLEARED: { icon: 'check', tone: 'green' },
  ASKED: { icon: 'square-pen', tone: 'amber' },
  REMINDED: { icon: 'bell' },
  REMINDED_BY_CLOCK: { icon: 'bell' },
  ACCEPTED: { icon: 'check', tone: 'green' },
  REFUSED: { icon: 'x', tone: 'red' },
  DECLINED: { icon: 'x', tone: 'red' },
}

/** What happened, in order, and what happens next by itself. */
export function Story({ frame, application, story, as }: ApplicationView) {
  const { reader } = frame
  const t = words.for(reader)
  const items: TimelineItem[] = story.map(({ kind, note, at }) => ({
    ...looks[kind],
    what: t(`application.step.${kind}`, { note }),
    when: <Time reader={reader} at={at} as="dateTime" />,
    ...(note !== '' && kind !== 'NOMINATED' ? { note } : {}),
  }))
  const next = as.requester || as.operator ? nextClock(application, application.now) : undefined
  if (next && isApplicationOpen(application.status)) {
    const kind = next.kind.slice('application.'.length) as 'remind' | 'warn' | 'lapse'
    items.push({
      next: true,
      what: t(`application.next-step.${kind}`),
      when: <Time reader={reader} at={next.dueAt} />,
    })
  }
  return (
    <Section title={t('application.story')}>
      <Timeline items={items} label={t('application.story')} />
    </Section>
  )
}
