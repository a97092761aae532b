import { escalatePath } from '../../paths/support-cases.ts'
import { formatDate } from '../../platform/i18n/format.ts'
import type { Reader } from '../../platform/i18n/reader.ts'
import { LinkButton, Muted, Stack } from '../../ui/index.ts'
import { type EscalateFacts, escalatableFrom } from '../domain/escalating.ts'
import type { AccessRequest } from '../domain/request.ts'
import { words } from '../messages/index.ts'

/** What the requester's page is told about turning to support. */
export type EscalatingProps = {
  readonly reader: Reader
  readonly request: Pick<AccessRequest, 'id' | 'status' | 'stage' | 'dueAt' | 'firstViewedAt'>
  readonly facts: EscalateFacts
  readonly now: Date
}

/** The way on to support when it is open, else from when it will be; nothing when the request does not wait for administrators. */
export function Escalating({ reader, request, facts, now }: EscalatingProps) {
  if (request.status !== 'PENDING' || request.stage === 'WITH_SUPPORT') return null
  const t = words.for(reader)
  const from = escalatableFrom(request, facts)
  const isLate = request.stage === 'OVERDUE' || request.dueAt <= now
  if (!isLate && now < from) {
    return <Muted>{t('escalate.from', { date: formatDate(reader, from, 'date') })}</Muted>
  }
  return (
    <Stack tight>
      <Muted>{t(isLate ? 'escalate.now' : 'escalate.unseen')}</Muted>
      <LinkButton icon="life-buoy" href={escalatePath.to(request.id)}>
        {t('escalate.button')}
      </LinkButton>
    </Stack>
  )
}
