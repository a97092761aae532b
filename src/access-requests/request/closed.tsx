import { ownAccessPath } from '../../paths/access.ts'
import { askPath, requestPath } from '../../paths/access-requests.ts'
import { LinkButton } from '../../ui/index.ts'
import type { ClosedBecause } from '../domain/events.ts'
import { words } from '../messages/index.ts'
import type { RequestPageProps } from './request.page.tsx'

/** Why a request was closed that nobody decided; null for one that was not. */
export function closedBecause({ request, story }: Pick<RequestPageProps, 'request' | 'story'>) {
  if (request.status !== 'CLOSED') return null
  const closing = story.happened.findLast(({ type }) => type === 'access-request.closed')
  return (closing?.facts['because'] as ClosedBecause | undefined) ?? null
}

// What can be said and done; of the others there is nothing to say but that one can ask again.
const told = {
  GIVEN_DIRECTLY: 'request.next.closed.given',
  ACCOUNT_CLOSED: 'request.next.closed.account',
  ACCOUNT_MERGED: 'request.next.closed.merged',
  CONTINUED: 'request.next.closed.continued',
  PLACE_CLOSED: 'request.next.closed.place',
} as const satisfies Partial<Record<ClosedBecause, string>>

/** What there still is to do about a request that was closed; null where it is what there always is. */
export function sayAfterClosing(props: RequestPageProps): string | null {
  const because = closedBecause(props)
  return because !== null && Object.hasOwn(told, because)
    ? words.for(props.frame.reader)(told[because as keyof typeof told])
    : null
}

/** Whether asking for the same again would lead nowhere. */
export function leadsElsewhere(props: RequestPageProps): boolean {
  const because = closedBecause(props)
  return because !== null && because !== 'PLACE_CLOSED' && Object.hasOwn(told, because)
}

/** The way to where a closed request leads, instead of asking again; nothing where it leads nowhere. */
export function WayOn(props: RequestPageProps) {
  const { frame, request, viewerId } = props
  const t = words.for(frame.reader)
  const because = closedBecause(props)
  if (because === 'CONTINUED' && request.continuedAs !== null)
    return (
      <LinkButton variant="primary" href={requestPath.to(request.continuedAs)}>
        {t('request.closed.see-on')}
      </LinkButton>
    )
  if (because === 'GIVEN_DIRECTLY' && request.beneficiaryId === viewerId)
    return (
      <LinkButton variant="primary" href={ownAccessPath.to(request.identifier)}>
        {t('request.closed.see-access')}
      </LinkButton>
    )
  if (because === 'ACCOUNT_MERGED')
    return <LinkButton href={askPath.to()}>{t('request.closed.ask')}</LinkButton>
  return null
}
