import { signOutEverywherePath } from '../../paths/people.ts'
import {
  Badge,
  Button,
  type Flash,
  Form,
  type Frame,
  Hidden,
  Page,
  PageHeading,
  Table,
  Time,
} from '../../ui/index.ts'
import { browserName } from '../domain/browser-name.ts'
import { words } from '../messages/index.ts'
import { profileCrumbs } from '../profile/profile-menu.page.tsx'

/** A session as its owner sees it. */
export type ShownSession = {
  readonly id: string
  readonly network: string | null
  readonly browser: string | null
  readonly startedAt: Date
  readonly seenAt: Date
}

/** Where one is signed in, with a button to end each, and all others at once. */
export function SessionsPage(props: {
  frame: Frame
  sessions: readonly ShownSession[]
  current: string
  flash?: Flash | undefined
}) {
  const { frame, sessions, current } = props
  const { reader } = frame
  const t = words.for(reader)
  const title = t('sessions.title')
  const named = (session: ShownSession) => browserName(session.browser ?? '') ?? t('sessions.unknown')
  return (
    <Page
      frame={frame}
      title={title}
      flash={props.flash}
      wide
      breadcrumb={profileCrumbs(reader, 'settings', title)}
    >
      <PageHeading title={title} lead={t('sessions.lead')} />
      <Table
        reader={reader}
        caption={t('sessions.caption')}
        rows={sessions}
        columns={[
          {
            label: t('sessions.browser'),
            heads: true,
            cell: (session) => (
              <>
                {named(session)} {session.id === current && <Badge tone="accent">{t('sessions.this')}</Badge>}
              </>
            ),
          },
          { label: t('sessions.network'), cell: (session) => <bdi>{session.network ?? ''}</bdi> },
          {
            label: t('sessions.started'),
            cell: (session) => <Time reader={reader} at={session.startedAt} as="dateTime" />,
          },
          {
            label: t('sessions.seen'),
            cell: (session) => <Time reader={reader} at={session.seenAt} as="dateTime" />,
          },
          {
            label: t('sessions.end'),
            actions: true,
            cell: (session) =>
              session.id !== current && (
                <Form action={signOutEverywherePath.to()} wide>
                  <Hidden name="which" value={session.id} />
                  <Button small label={t('sessions.end-one', { browser: named(session) })}>
                    {t('sessions.end')}
                  </Button>
                </Form>
              ),
          },
        ]}
      />
      {sessions.length > 1 && (
        <Form action={signOutEverywherePath.to()}>
          <Hidden name="which" value="others" />
          <Button variant="danger">{t('sessions.end-others')}</Button>
        </Form>
      )}
    </Page>
  )
}
