import { signOutEverywherePath } from '../../paths/people.ts'
import {
  Badge,
  Button,
  type Column,
  type Flash,
  Form,
  FormActions,
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

type Props = {
  frame: Frame
  sessions: readonly ShownSession[]
  /** The id of the session that looks. */
  current: string
  flash?: Flash | undefined
}

/** Where one is signed in, with a button to end each, and all others at once. */
export function SessionsPage(props: Props) {
  const { frame, sessions } = props
  const { reader } = frame
  const t = words.for(reader)
  const title = t('sessions.title')
  const crumbs = profileCrumbs(reader, 'settings', title)
  return (
    <Page frame={frame} title={title} flash={props.flash} wide breadcrumb={crumbs}>
      <PageHeading title={title} lead={t('sessions.lead')} />
      <Table reader={reader} caption={t('sessions.caption')} rows={sessions} columns={columns(props)} />
      {sessions.length > 1 && (
        <Form action={signOutEverywherePath.to()}>
          <Hidden name="which" value="others" />
          <FormActions>
            <Button>{t('sessions.end-others')}</Button>
          </FormActions>
        </Form>
      )}
    </Page>
  )
}

function columns({ frame, current }: Props): Column<ShownSession>[] {
  const { reader } = frame
  const t = words.for(reader)
  const named = ({ browser }: ShownSession) => browserName(browser ?? '') ?? t('sessions.unknown')
  const name = (session: ShownSession) => (
    <>
      {named(session)} {session.id === current && <Badge tone="accent">{t('sessions.this')}</Badge>}
    </>
  )
  const end = (session: ShownSession) =>
    session.id !== current && (
      <Form action={signOutEverywherePath.to()} wide>
        <Hidden name="which" value={session.id} />
        <Button small label={t('sessions.end-one', { browser: named(session) })}>
          {t('sessions.end')}
        </Button>
      </Form>
    )
  const time = (at: Date) => <Time reader={reader} at={at} as="dateTime" />
  return [
    { label: t('sessions.browser'), heads: true, cell: name },
    { label: t('sessions.network'), cell: ({ network }) => <bdi>{network ?? ''}</bdi> },
    { label: t('sessions.started'), cell: ({ startedAt }) => time(startedAt) },
    { label: t('sessions.seen'), cell: ({ seenAt }) => time(seenAt) },
    { label: t('sessions.actions'), actions: true, cell: end },
  ]
}
