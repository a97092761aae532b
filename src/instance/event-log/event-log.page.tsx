import { requestPath } from '../../paths/access-requests.ts'
import { withQuery } from '../../paths/decisions.ts'
import { nameOf } from '../../people/index.ts'
import {
  Card,
  type Column,
  EmptyState,
  Facts,
  type Frame,
  Link,
  LinkButton,
  Muted,
  Notice,
  Pager,
  Section,
  Table,
  Time,
} from '../../ui/index.ts'
import { words } from '../messages/index.ts'
import { EventDetails, Hash } from './details.tsx'
import type { EventLine, Piece } from './events.query.ts'
import { type Chosen, isChosen, type Looked, queryOf } from './filter.ts'
import { FilterForm } from './filter-form.tsx'
import { LogFrame } from './log-frame.page.tsx'
import type { Meant } from './look-for.ts'
import type { LogPaths } from './paths.ts'
import type { Readable } from './readable.ts'
import { nameIn, whoIn } from './names.ts'
import { sayEvent } from './sentences.ts'

/** What the page of a log shows: a piece of it, or what somebody may have meant that is looked for. */
export type EventLogProps = {
  readonly frame: Frame
  readonly log: Readable
  readonly chosen: Chosen
  readonly looked: Looked
  readonly paths: LogPaths
  readonly piece?: Piece
  /** The sealed end of this piece, when there is more. */
  readonly after?: string | undefined
  readonly found?: Exclude<Meant, { id: unknown }>
}

/** Everything that happened, in sentences, with the proof that nothing was changed. */
export function EventLogPage(props: EventLogProps) {
  const { frame, log, found, piece } = props
  const t = words.for(frame.reader)
  return (
    <LogFrame frame={frame} seen={log.seen} lead={t('log.lead')} actions={<Exports {...props} />}>
      <FilterForm {...props} />
      {found && <WhichOne {...props} found={found} />}
      {piece && <Events {...props} piece={piece} />}
    </LogFrame>
  )
}

function Exports({ frame, log, paths, chosen }: EventLogProps) {
  const t = words.for(frame.reader)
  if (!log.canExport) return null
  return (
    <>
      <LinkButton small icon="download" href={withQuery(paths.csv, queryOf(chosen))} download>
        {t('log.csv')}
      </LinkButton>
      <LinkButton small icon="download" href={withQuery(paths.lines, queryOf(chosen))} download>
        {t('log.json')}
      </LinkButton>
    </>
  )
}

type PieceProps = EventLogProps & { readonly piece: Piece }

function Events(props: PieceProps) {
  const { frame, log, paths, chosen, piece, after } = props
  const { reader } = frame
  const t = words.for(reader)
  const title = log.seen ? t('log.title', { account: log.seen.account.name }) : t('log.title.installation')
  const next = after && withQuery(paths.page, { ...queryOf(chosen), after })
  return (
    <>
      <AboutWhat {...props} />
      {piece.lines.length > 0 && (
        <Table reader={reader} caption={title} dense columns={columnsOf(props)} rows={piece.lines} />
      )}
      {piece.lines.length === 0 && !piece.tired && (
        <EmptyState title={t(isChosen(chosen) ? 'log.none.title' : 'log.empty.title')}>
          {t(isChosen(chosen) ? 'log.none.text' : 'log.empty.text')}
        </EmptyState>
      )}
      {piece.tired && (
        <Notice kind="info" still>
          {t('log.tired')}
        </Notice>
      )}
      <Pager reader={reader} next={next} />
      <Proof {...props} />
    </>
  )
}

/** Whose and what events are shown, and the way back to all of them. */
function AboutWhat({ frame, log, chosen, paths, piece }: PieceProps) {
  const t = words.for(frame.reader)
  const items = []
  const without = (part: 'who' | 'object') => withQuery(paths.page, queryOf({ ...chosen, [part]: '' }))
  if (chosen.who !== '')
    items.push({
      label: t('log.about.person'),
      value: piece.who ? nameIn(frame.reader, piece.who) : t('log.gone'),
      href: without('who'),
    })
  if (chosen.object !== '') {
    const value = log.places[chosen.object] ?? piece.called[chosen.object] ?? piece.reference ?? chosen.object
    items.push({ label: t('log.about.object'), value, href: without('object') })
  }
  if (items.length === 0) return null
  return (
    <Facts
      items={items.map(({ label, value, href }) => ({
        label,
        value: (
          <>
            <bdi>{value}</bdi> · <Link href={href}>{t('log.about.all')}</Link>
          </>
        ),
      }))}
    />
  )
}

function columnsOf({ frame, log, paths, piece }: PieceProps): Column<EventLine>[] {
  const { reader } = frame
  const places = { ...piece.called, ...log.places }
  const t = words.for(reader)
  return [
    { label: t('log.number'), heads: true, numeric: true, fit: true, cell: ({ seq }) => seq },
    { label: t('log.time'), fit: true, cell: ({ at }) => <Time reader={reader} at={at} as="dateTime" /> },
    { label: t('log.who'), cell: (line) => <bdi>{whoIn(reader, line)}</bdi> },
    {
      label: t('log.what'),
      cell: (line) => (
        <EventDetails reader={reader} line={line} places={places} path={paths.page}>
          {sayEvent(line, { reader, places })}
        </EventDetails>
      ),
    },
    ...(piece.lines.some(({ reference }) => reference) ? [ofRequest(t('log.open'))] : []),
  ]
}

function ofRequest(label: string): Column<EventLine> {
  return {
    label,
    fit: true,
    cell: ({ requestId, reference }) =>
      requestId && reference ? <Link href={requestPath.to(requestId)}>{reference}</Link> : null,
  }
}

/** Several fit what was typed: which of them, or none. */
function WhichOne({
  frame,
  chosen,
  looked,
  paths,
  found,
}: EventLogProps & { found: NonNullable<EventLogProps['found']> }) {
  const t = words.for(frame.reader)
  const to = (id: Partial<Chosen>) => withQuery(paths.page, queryOf({ ...chosen, ...id }))
  const people = 'people' in found
  const items = people
    ? found.people.map((person) => ({
        href: to({ who: person.id }),
        label: nameOf(person),
        help: person.address,
      }))
    : found.parts.map(({ id, name }) => ({ href: to({ object: id }), label: name, help: '' }))
  if (items.length === 0) {
    const text = people ? looked.person : looked.about
    return (
      <EmptyState title={t('log.unknown.title', { text })}>
        {t(people ? 'log.unknown.person' : 'log.unknown.object')}
      </EmptyState>
    )
  }
  return (
    <Section title={t(people ? 'log.which.person' : 'log.which.part')}>
      <Facts
        items={items.map(({ href, label, help }) => ({
          label: (
            <Link href={href}>
              <bdi>{label}</bdi>
            </Link>
          ),
          value: <bdi>{help}</bdi>,
        }))}
      />
    </Section>
  )
}

function Proof({ frame, log, paths, piece: { head } }: PieceProps) {
  const t = words.for(frame.reader)
  if (!head) return null
  return (
    <Card
      title={t('log.head')}
      action={log.within === null && <LinkButton href={paths.checks}>{t('log.check.open')}</LinkButton>}
    >
      <p>{t('log.head.text', { seq: head.seq })}</p>
      <p>
        <Hash value={head.hash} />
      </p>
      {log.within !== null && <Muted>{t('log.head.part')}</Muted>}
    </Card>
  )
}
