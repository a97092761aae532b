import { formatDate } from '../../platform/i18n/format.ts'
import type { Reader } from '../../platform/i18n/reader.ts'
import { Card } from '../../ui/index.ts'
import { reminderPossibleFrom, remindersLeft } from '../domain/patience.ts'
import type { SeenRequest } from '../requests.store.ts'
import { words } from '../messages/index.ts'
import type { LastReminder } from '../request/waiting.query.ts'

/** What there is to know about the reminders of one's own request. */
export type Reminders = {
  readonly reader: Reader
  readonly request: SeenRequest
  readonly last: LastReminder | null
  /** How many who may decide can be reached. */
  readonly reachable: number
  readonly now: Date
}

/** The last reminder, to how many it went and how many arrived, how many are left, and from when the next is possible. */
export function RemindersCard(props: Reminders) {
  const { reader, request, last } = props
  const t = words.for(reader)
  const left = remindersLeft(request)
  const sentences = [
    ...(last === null
      ? [t('reminding.none')]
      : [
          t('reminding.last', { n: last.recipients, date: formatDate(reader, last.at, 'dateTime') }),
          ...(last.delivered === null ? [] : [t('reminding.delivered', { n: last.delivered })]),
        ]),
    ...(request.status === 'PENDING' && request.stage !== 'WITH_SUPPORT'
      ? [t('reminding.left', { left })]
      : []),
    ...sayWhyNot(props),
  ]
  return (
    <Card title={t('request.remind')}>
      {sentences.map((sentence) => (
        <p>{sentence}</p>
      ))}
    </Card>
  )
}

/** Why no reminder can be sent at the moment, in one sentence; nothing when one can, or when none is left. */
function sayWhyNot({ reader, request, reachable, now }: Omit<Reminders, 'last'>): string[] {
  const t = words.for(reader)
  if (request.status === 'INFO_REQUESTED') return [t('reminding.asked')]
  if (request.stage === 'WITH_SUPPORT') return [t('reminding.support')]
  if (remindersLeft(request) === 0) return []
  const from = reminderPossibleFrom(request)
  if (now < from) return [t('reminding.from', { date: formatDate(reader, from, 'dateTime') })]
  return reachable === 0 ? [t('reminding.nobody')] : []
}
