import type { Child } from '#jsx'
import { requestPath } from '../../paths/access-requests.ts'
import { isId } from '../../kernel/id.ts'
import { withQuery } from '../../paths/decisions.ts'
import type { Reader } from '../../platform/i18n/reader.ts'
import { type Fact, Facts, Fold, Link } from '../../ui/index.ts'
import { words } from '../messages/index.ts'
import type { EventLine } from './events.query.ts'
import { nameIn } from './names.ts'
import type { PlaceNames } from './sentences.ts'

type DetailsProps = {
  readonly reader: Reader
  readonly line: EventLine
  readonly places: PlaceNames
  /** The page of the log, for everything about the same person or thing. */
  readonly path: string
  /** What happened, as a sentence. */
  readonly children?: Child
}

/** What an event consists of, folded away: who and what by their ids, its facts, its place in the chain. */
export function EventDetails(props: DetailsProps) {
  const { reader, line } = props
  const t = words.for(reader)
  const { actor, subject, requestId, reference } = line
  const items: Fact[] = []
  if (actor)
    items.push({
      label: t('log.detail.by'),
      value: <About {...props} name={nameIn(reader, actor)} query={{ who: actor.id }} />,
    })
  if (subject && subject.id !== actor?.id)
    items.push({
      label: t('log.detail.of'),
      value: <About {...props} name={nameIn(reader, subject)} query={{ who: subject.id }} />,
    })
  if (requestId && reference)
    items.push({
      label: t('log.open'),
      value: (
        <>
          <Link href={requestPath.to(requestId)}>{reference}</Link> ·{' '}
          <Link href={withQuery(props.path, { object: requestId })}>{t('log.detail.all')}</Link>
        </>
      ),
    })
  return (
    <Fold quiet summary={props.children}>
      <Facts items={[...items, ...factsOf(props), ...chainOf(props)]} />
    </Fold>
  )
}

function About({ path, name, query }: DetailsProps & { name: string; query: Record<string, string> }) {
  return (
    <Link href={withQuery(path, query)}>
      <bdi>{name}</bdi>
    </Link>
  )
}

function factsOf(props: DetailsProps): Fact[] {
  const facts = Object.entries(props.line.body.facts ?? {}).filter(([, value]) => !isNothing(value))
  return facts.map(([name, value]) => ({
    label: <code>{name}</code>,
    value: (Array.isArray(value) ? value : [value]).map((one, n) => (
      <>
        {n > 0 && ', '}
        <Value {...props} value={one} />
      </>
    )),
  }))
}

function isNothing(value: unknown): boolean {
  return value === null || (Array.isArray(value) && value.length === 0)
}

// An id leads to everything about what it names; a virtual account is called by its name.
function Value({ path, places, value }: DetailsProps & { value: unknown }) {
  if (typeof value !== 'string' || !isId(value)) return <code>{JSON.stringify(value)}</code>
  return (
    <Link href={withQuery(path, { object: value })}>
      {places[value] === undefined ? <code>{value}</code> : <bdi>{places[value]}</bdi>}
    </Link>
  )
}

function chainOf({ reader, line }: DetailsProps): Fact[] {
  const t = words.for(reader)
  return [
    { label: t('log.detail.type'), value: <code>{line.type}</code> },
    { label: t('log.detail.time'), value: <code>{line.at.toISOString()}</code> },
    { label: t('log.csv.hash'), value: <Hash value={line.hash} /> },
    { label: t('log.detail.previous'), value: <Hash value={line.previous} /> },
  ]
}

/** A hash that breaks on a phone, and is still one word when it is copied. */
export function Hash({ value }: { value: string }) {
  return (
    <code>
      {(value.match(/.{1,8}/g) ?? []).map((piece) => (
        <>
          {piece}
          <wbr />
        </>
      ))}
    </code>
  )
}
