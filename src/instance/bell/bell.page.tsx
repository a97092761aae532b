import { bellPath, readBellPath } from '../../paths/instance.ts'
import { notificationsPath } from '../../paths/people.ts'
import {
  Badge,
  Button,
  EmptyState,
  type Flash,
  Form,
  type Frame,
  Hidden,
  type Item,
  Items,
  Link,
  LinkButton,
  Page,
  PageHeading,
  Pager,
  Time,
} from '../../ui/index.ts'
import { words } from '../messages/index.ts'
import type { BellEntry } from './bell.query.ts'
import { placeOf, sayEntry } from './say.ts'

/** The bell: what somebody was told, newest first, with what they have not read marked. */
export function BellPage(props: {
  frame: Frame
  entries: readonly BellEntry[]
  after: string | undefined
  flash?: Flash | undefined
}) {
  const { frame, entries, after } = props
  const t = words.for(frame.reader)
  const person = frame.person
  return (
    <Page
      frame={frame}
      title={t('bell.title')}
      wide
      flash={props.flash}
      live={person ? [`person:${person.id}`] : []}
    >
      <PageHeading title={t('bell.title')} lead={t('bell.lead')} actions={<Actions frame={frame} />} />
      {entries.length === 0 ? (
        <EmptyState title={t('bell.none.title')}>{t('bell.none.text')}</EmptyState>
      ) : (
        <Items items={entries.map((entry) => itemOf(entry, frame))} />
      )}
      <Pager reader={frame.reader} next={after === undefined ? undefined : bellPath.to(after)} />
    </Page>
  )
}

function Actions({ frame }: { frame: Frame }) {
  const t = words.for(frame.reader)
  return (
    <>
      {(frame.person?.unread ?? 0) > 0 && (
        <Form action={readBellPath.to()} wide>
          <Hidden name="entry" value="all" />
          <Button>{t('bell.read-all')}</Button>
        </Form>
      )}
      <LinkButton variant="quiet" href={notificationsPath.to()}>
        {t('bell.choose')}
      </LinkButton>
    </>
  )
}

function itemOf(entry: BellEntry, { reader }: Frame): Item {
  const t = words.for(reader)
  const said = sayEntry(entry, reader)
  const place = placeOf(entry)
  return {
    title: place === undefined ? said : <Link href={place}>{said}</Link>,
    ...(entry.reference === null ? {} : { text: entry.reference }),
    ...(entry.unread ? { state: <Badge tone="accent">{t('bell.unread')}</Badge> } : {}),
    meta: <Time reader={reader} at={entry.at} as="dateTime" />,
    ...(entry.unread
      ? {
          action: (
            <Form action={readBellPath.to()} wide>
              <Hidden name="entry" value={entry.id} />
              <Button small variant="quiet" label={t('bell.read-of', { what: said })}>
                {t('bell.read-one')}
              </Button>
            </Form>
          ),
        }
      : {}),
  }
}
