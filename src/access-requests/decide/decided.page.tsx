import { requestPath } from '../../paths/access-requests.ts'
import { queuePath } from '../../paths/decisions.ts'
import {
  Cluster,
  Facts,
  type Frame,
  LinkButton,
  Muted,
  Notice,
  Page,
  PageHeading,
  Quote,
} from '../../ui/index.ts'
import { words } from '../messages/index.ts'
import { fullName } from '../profile.ts'
import type { LastDecided } from './decided.query.ts'
import { crumbs } from './form-again.page.ts'
import { sayGiven, sayGrant } from './sayings.ts'

/** What was decided, in words, and the way to the next request. */
export function DecidedPage({ frame, decided, left }: { frame: Frame; decided: LastDecided; left: number }) {
  const { reader } = frame
  const t = words.for(reader)
  const { request, kind, nextId } = decided
  const name = fullName(request.profile)
  const ended = decided.replaced.map((grant) => sayGrant(reader, grant, decided.tree))
  const given = decided.given ? sayGiven(reader, decided.given, decided.tree) : ''
  const title = {
    approved: t('decided.approved', { name }),
    first: t('decided.first'),
    declined: t('decided.declined', { name }),
  }[kind]
  const text = {
    approved: t('decided.approved-text', { name }),
    first: t('decided.first-text'),
    declined: t('decided.declined-text', { name }),
  }[kind]
  return (
    <Page frame={frame} title={title} breadcrumb={crumbs(t, request, title)}>
      <PageHeading over={request.reference} title={title} />
      <Notice kind="success">{text}</Notice>
      <Facts
        items={[
          { label: t('queue.account'), value: request.accountName, help: request.identifier },
          ...(given === '' ? [] : [{ label: t('decided.given'), value: given }]),
          ...(ended.length === 0 ? [] : [{ label: t('decided.ended'), value: ended.join('; ') }]),
        ]}
      />
      {decided.note !== '' && <Quote reader={reader} text={decided.note} by={t('decided.you')} />}
      <Muted>{t('decided.next', { n: left })}</Muted>
      <Cluster>
        {nextId !== null && (
          <LinkButton variant="primary" icon="arrow-right" href={requestPath.to(nextId)}>
            {t('decided.next-go')}
          </LinkButton>
        )}
        <LinkButton href={queuePath.to()}>{t('decided.queue')}</LinkButton>
        <LinkButton variant="quiet" href={requestPath.to(request.id)}>
          {t('decide.open')}
        </LinkButton>
      </Cluster>
    </Page>
  )
}
