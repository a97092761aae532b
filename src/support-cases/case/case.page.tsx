import { type Identifier as AccountIdentifier, shownIdentifier } from '../../accounts/domain/identifier.ts'
import { requestPath } from '../../paths/access-requests.ts'
import { casesPath, deskPath, newCasePath, solveCasePath } from '../../paths/support-cases.ts'
import { nameOf } from '../../people/index.ts'
import {
  Button,
  Card,
  ErrorSummary,
  type Fact,
  Facts,
  type Flash,
  Form,
  type Frame,
  Identifier,
  Link,
  LinkButton,
  Page,
  PageHeading,
  Split,
  Stack,
  StatusChip,
  Time,
} from '../../ui/index.ts'
import type { SeenCase } from '../case.store.ts'
import { isUnderWay, type Room } from '../domain/case.ts'
import { words } from '../messages/index.ts'
import { chipOf, sayNext } from '../standing.ts'
import { Desk } from './desk.tsx'
import { EvidenceFold } from './evidence.tsx'
import { fieldId, type Mistake } from './mistake.ts'
import { mayAddProof } from '../domain/proof.ts'
import { ProofCard } from './proof.tsx'
import { Reopening } from './reopening.tsx'
import { RoomSection } from './room.tsx'
import type { Thread } from './thread.query.ts'

/** What the page of a case shows. */
export type CasePageProps = {
  readonly frame: Frame
  readonly viewerId: string
  readonly isAgent: boolean
  readonly now: Date
  readonly one: SeenCase
  readonly thread: Thread
  /** Whether support may decide requests on this installation. */
  readonly mayDecide: boolean
  readonly mistake?: Mistake | undefined
  readonly flash?: Flash | undefined
}

/** One case, as far as whoever reads it is concerned: where it stands, what was said, what can be done. */
export function CasePage(props: CasePageProps) {
  const { frame, one, mistake, flash } = props
  const { reader } = frame
  const t = words.for(reader)
  const rooms = roomsShown(props)
  return (
    <Page
      frame={frame}
      title={t('case.title', { reference: one.reference })}
      breadcrumb={crumbs(props)}
      live={[one.seat === 'SUPPORT' ? `account:${one.accountId}` : `person:${props.viewerId}`]}
      flash={flash}
      failed={mistake?.error !== undefined}
      wide
    >
      {mistake?.error !== undefined && (
        <ErrorSummary reader={reader} errors={[{ field: fieldId(mistake.field), message: mistake.error }]} />
      )}
      <Heading {...props} />
      <Split label={t('case.about')} aside={<Aside {...props} />}>
        <Stack>
          {rooms.map((room) => (
            <RoomSection {...props} room={room} />
          ))}
          <Reopening {...props} />
          {one.seat === 'SUPPORT' && <EvidenceFold {...props} />}
        </Stack>
      </Split>
    </Page>
  )
}

function roomsShown({ one }: CasePageProps): Room[] {
  if (one.seat !== 'SUPPORT') return [one.seat]
  return [
    ...(one.requesterId === null ? [] : (['REQUESTER'] as const)),
    ...(one.identifier === null ? [] : (['ACCOUNT'] as const)),
    'INTERNAL',
  ]
}

function crumbs({ frame, one }: CasePageProps) {
  const t = words.for(frame.reader)
  const list =
    one.seat === 'SUPPORT'
      ? { label: t('desk.title'), href: deskPath.to() }
      : { label: t('case.mine'), href: casesPath.to() }
  return [list, { label: one.reference }]
}

function Heading(props: CasePageProps) {
  const { frame, one, now } = props
  const t = words.for(frame.reader)
  const isTheirs = one.seat !== 'ACCOUNT' && isUnderWay(one)
  return (
    <PageHeading
      over={t('case.title', { reference: one.reference })}
      title={t(`case.cause.${one.cause}`)}
      status={<StatusChip {...chipOf(frame.reader, one, one.seat)} />}
      lead={sayNext(frame.reader, one, { seat: one.seat, now })}
      actions={
        <>
          {one.seat === 'SUPPORT' && <Desk {...props} />}
          {isTheirs && (
            <Form action={solveCasePath.to(one.id)} wide>
              <Button icon="check">{t(one.seat === 'SUPPORT' ? 'case.solve.resolve' : 'case.solve')}</Button>
            </Form>
          )}
          {one.seat === 'REQUESTER' && one.status === 'CLOSED' && (
            <LinkButton icon="life-buoy" href={newCasePath.to()}>
              {t('open.title')}
            </LinkButton>
          )}
        </>
      }
    />
  )
}

function Aside(props: CasePageProps) {
  const { frame, one } = props
  const t = words.for(frame.reader)
  return (
    <Stack>
      <Card title={t('case.about')}>
        <Facts stacked items={aboutFacts(props)} />
      </Card>
      {mayAddProof(one) && (one.requestId !== null || one.cause === 'VACANT') && <ProofCard {...props} />}
    </Stack>
  )
}

function aboutFacts({ frame, one, thread }: CasePageProps): Fact[] {
  const { reader } = frame
  const t = words.for(reader)
  const facts: Fact[] = [accountFact(reader, one)]
  if (one.requestId !== null && one.requestReference !== null) {
    const href = requestPath.to(one.requestId)
    facts.push({ label: t('case.request'), value: <Link href={href}>{one.requestReference}</Link> })
  }
  facts.push({ label: t('case.opened'), value: <Time reader={reader} at={one.openedAt} as="dateTime" /> })
  if (one.seat !== 'ACCOUNT' && one.page !== '') facts.push({ label: t('case.page'), value: one.page })
  if (one.seat !== 'ACCOUNT' && one.errorReference !== '') {
    facts.push({ label: t('case.error'), value: <Identifier value={one.errorReference} /> })
  }
  const who = thread.assigned ? nameOf(thread.assigned) : t('case.nobody-yet')
  facts.push({ label: t('case.who-answers'), value: who })
  return facts
}

function accountFact(reader: Frame['reader'], one: SeenCase): Fact {
  const t = words.for(reader)
  const label = t('case.account')
  if (one.identifier === null || one.accountName === null) return { label, value: t('case.no-account') }
  const shown = shownIdentifier(one.identifier as AccountIdentifier).shown
  return { label, value: one.accountName, help: <Identifier value={shown} /> }
}
