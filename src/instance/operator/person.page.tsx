import { sayHeld } from '../../accounts/index.ts'
import { requestPath } from '../../paths/access-requests.ts'
import { withQuery } from '../../paths/decisions.ts'
import {
  disablePersonPath,
  enablePersonPath,
  erasePersonPath,
  mergePersonPath,
  operatedAccountPath,
  operatedPersonPath,
  operatorMailsPath,
  operatorPath,
  operatorPeoplePath,
} from '../../paths/operator.ts'
import { nameOf } from '../../people/domain/viewer.ts'
import {
  Badge,
  Button,
  type Fact,
  Facts,
  type Flash,
  Form,
  type Frame,
  Identifier,
  Items,
  Link,
  LinkButton,
  Muted,
  Page,
  PageHeading,
  Section,
  Table,
  Time,
} from '../../ui/index.ts'
import { words } from '../messages/index.ts'
import { OfficesForm, type OfficesShown, OfficesWrong } from './offices.page.tsx'
import type { PersonRow } from './operator.query.ts'
import type { WholePerson } from './person.query.ts'

type Props = {
  readonly frame: Frame
  readonly person: PersonRow
  readonly whole: WholePerson
  readonly isSelf: boolean
  readonly offices?: OfficesShown | undefined
  readonly flash?: Flash | undefined
}

/** The way to a page about one person. */
export function wayToPerson({ reader }: Frame, person: PersonRow, under?: string) {
  const t = words.for(reader)
  return [
    { label: t('operator.title'), href: operatorPath.to() },
    { label: t('operator.people'), href: operatorPeoplePath.to() },
    { label: nameOf(person), ...(under ? { href: operatedPersonPath.to(person.id) } : {}) },
    ...(under ? [{ label: under }] : []),
  ]
}

/** One person: who they are, what they hold and have asked for, and what can be done. */
export function PersonPage(props: Props) {
  const { frame, person, whole, isSelf } = props
  const t = words.for(frame.reader)
  const name = nameOf(person)
  return (
    <Page
      frame={frame}
      title={`${name} – ${t('operator.title')}`}
      flash={props.flash}
      failed={!!props.offices?.wrong}
      breadcrumb={wayToPerson(frame, person)}
    >
      <OfficesWrong frame={frame} shown={props.offices} />
      <PageHeading
        title={name}
        over={<Identifier value={person.address} />}
        actions={isSelf || whole.mergedInto ? undefined : <Acts frame={frame} person={person} />}
      />
      <Facts items={factsOf(props)} />
      <Held {...props} />
      <Asked {...props} />
      {!isSelf && !whole.mergedInto && <OfficesForm frame={frame} person={person} shown={props.offices} />}
      {!isSelf && !whole.mergedInto && (
        <Section title={t('operator.person.more')}>
          <Items
            items={[
              {
                title: <Link href={mergePersonPath.to(person.id)}>{t('operator.merge')}</Link>,
                text: t('operator.merge.about'),
              },
              {
                title: <Link href={erasePersonPath.to(person.id)}>{t('operator.erase')}</Link>,
                text: t('operator.erase.about'),
              },
            ]}
          />
        </Section>
      )}
    </Page>
  )
}

function Acts({ frame, person }: Pick<Props, 'frame' | 'person'>) {
  const t = words.for(frame.reader)
  if (person.status === 'ACTIVE')
    return <LinkButton href={disablePersonPath.to(person.id)}>{t('operator.disable')}</LinkButton>
  return (
    <Form action={enablePersonPath.to(person.id)} wide>
      <Button>{t('operator.enable')}</Button>
    </Form>
  )
}

function factsOf(props: Props): Fact[] {
  const { frame, person, whole } = props
  const { reader } = frame
  const t = words.for(reader)
  const { status, verified, isSupport, isOperator } = person
  const active = verified ? 'ACTIVE' : 'unverified'
  const offices = [
    ...(isSupport ? [t('operator.office.support')] : []),
    ...(isOperator ? [t('operator.office.operator')] : []),
  ]
  return [
    { label: t('operator.status'), value: t(`operator.status.${status === 'ACTIVE' ? active : 'DISABLED'}`) },
    ...identitiesOf(props),
    ...(offices.length > 0 ? [{ label: t('operator.offices'), value: offices.join(', ') }] : []),
    {
      label: t('operator.person.since'),
      value: <Time reader={reader} at={whole.createdAt} as="dateWithYear" />,
    },
    {
      label: t('operator.person.sessions'),
      value: t('operator.person.sessions.n', { n: whole.sessions, tokens: whole.tokens }),
    },
    mailOf(props),
  ]
}

function identitiesOf({ frame, whole }: Props): Fact[] {
  const t = words.for(frame.reader)
  const { mergedInto, aliases } = whole
  const into = mergedInto && <Link href={operatedPersonPath.to(mergedInto.id)}>{mergedInto.address}</Link>
  return [
    ...(into ? [{ label: t('operator.person.merged-into'), value: into }] : []),
    ...(aliases.length > 0 ? [{ label: t('operator.person.aliases'), value: aliases.join(', ') }] : []),
  ]
}

function mailOf({ frame, person, whole }: Props): Fact {
  const t = words.for(frame.reader)
  const value = person.bounced ? (
    <Badge tone="rust">{t('operator.status.bounced')}</Badge>
  ) : (
    t('operator.person.mail.fine')
  )
  const label = t('operator.person.mail')
  if (whole.undelivered === 0) return { label, value }
  const help = (
    <Link href={withQuery(operatorMailsPath.to(), { find: person.address })}>
      {t('operator.person.undelivered', { n: whole.undelivered })}
    </Link>
  )
  return { label, value, help }
}

function Held({ frame, whole }: Props) {
  const { reader } = frame
  const t = words.for(reader)
  return (
    <Section title={t('operator.person.holds')} count={whole.grants}>
      {whole.held.length === 0 ? (
        <Muted>{t('operator.person.holds-nothing')}</Muted>
      ) : (
        <Table
          reader={reader}
          caption={t('operator.person.holds')}
          dense
          rows={whole.held}
          columns={[
            {
              label: t('operator.account'),
              heads: true,
              cell: ({ account, identifier }) => (
                <Link href={operatedAccountPath.to(identifier)}>{account}</Link>
              ),
            },
            {
              label: t('operator.person.role'),
              cell: ({ role, place, endsAt, isSuspended }) => (
                <>
                  {sayHeld(reader, {
                    role,
                    places: place === null ? [] : [place],
                    endsAt: endsAt === null ? null : new Date(endsAt),
                  })}{' '}
                  {isSuspended && <Badge tone="amber">{t('operator.status.SUSPENDED')}</Badge>}
                </>
              ),
            },
            { label: t('operator.person.source'), cell: ({ source }) => t(`operator.source.${source}`) },
            {
              label: t('operator.person.from'),
              fit: true,
              cell: ({ since }) => <Time reader={reader} at={new Date(since)} />,
            },
          ]}
        />
      )}
    </Section>
  )
}

function Asked({ frame, whole }: Props) {
  const { reader } = frame
  const t = words.for(reader)
  if (whole.asked.length === 0) return null
  return (
    <Section title={t('operator.person.asked')} count={whole.asked.length}>
      <Items
        items={whole.asked.map(({ id, reference, account, submittedAt }) => ({
          title: <Link href={requestPath.to(id)}>{reference}</Link>,
          text: account,
          meta: <Time reader={reader} at={new Date(submittedAt)} />,
        }))}
      />
    </Section>
  )
}
