import { myRequestsPath, requestPath } from '../../paths/access-requests.ts'
import type { Reader } from '../../platform/i18n/reader.ts'
import {
  type Fact,
  Facts,
  FormActions,
  type Frame,
  Identifier,
  LinkButton,
  Notice,
  Page,
  PageHeading,
  Prose,
  Time,
} from '../../ui/index.ts'
import { listed } from '../asked.ts'
import type { ExpectedWait } from '../domain/expected-wait.ts'
import { waitFact } from '../expected-wait/say-wait.ts'
import { words } from '../messages/index.ts'
import { sayAway, type ShownDeciders } from './deciders.ts'

/** What the notice after sending shows. */
export type SentPageProps = {
  readonly frame: Frame
  readonly id: string
  readonly reference: string
  readonly accountName: string
  readonly withSupport: boolean
  readonly deciders: ShownDeciders
  readonly dueAt: Date
  readonly reminderFrom: Date
  readonly expectedWait: ExpectedWait | null
}

/** "Access Request Sent": who was told, when to expect an answer, and the way on. */
export function SentPage(props: SentPageProps) {
  const { frame, id, withSupport } = props
  const t = words.for(frame.reader)
  return (
    <Page frame={frame} title={t('sent.title')}>
      <PageHeading title={t('sent.title')} />
      <Notice kind="success">{withSupport ? t('sent.told-support') : t('sent.told')}</Notice>
      <Facts items={factsOf(props)} />
      <Prose>
        <p>{t('sent.track')}</p>
      </Prose>
      <FormActions>
        <LinkButton variant="primary" href={myRequestsPath.to()}>
          {t('sent.mine')}
        </LinkButton>
        <LinkButton variant="quiet" href={requestPath.to(id)}>
          {t('sent.open')}
        </LinkButton>
      </FormActions>
    </Page>
  )
}

function factsOf({ frame, withSupport, ...props }: SentPageProps): Fact[] {
  const { reader } = frame
  const t = words.for(reader)
  const about: Fact[] = [
    { label: t('sent.reference'), value: <Identifier value={props.reference} strong /> },
    { label: t('sent.account'), value: props.accountName },
    {
      label: t('sent.asked'),
      value: withSupport ? t('sent.asked.support') : askedIn(reader, props.deciders),
      help: props.deciders.away.length > 0 ? sayAway(reader, props.deciders.away).join(' ') : undefined,
    },
  ]
  if (withSupport) return about
  return [
    ...about,
    { label: t('sent.expected'), value: <Time reader={reader} at={props.dueAt} as="date" /> },
    ...waitFact(reader, props.expectedWait),
    { label: t('sent.reminder'), value: <Time reader={reader} at={props.reminderFrom} as="date" /> },
  ]
}

function askedIn(reader: Reader, { names, count }: SentPageProps['deciders']): string {
  return names === null ? words.for(reader)('sent.asked.count', { n: count }) : listed(reader, names)
}
