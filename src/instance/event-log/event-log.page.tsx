import { AccountFrame, type SeenAccount } from '../../accounts/index.ts'
import { requestPath } from '../../paths/access-requests.ts'
import { withQuery } from '../../paths/decisions.ts'
import { operatorPath } from '../../paths/operator.ts'
import {
  Button,
  Card,
  type Column,
  EmptyState,
  Field,
  FilterLinks,
  Form,
  type Frame,
  Hidden,
  Link,
  LinkButton,
  Muted,
  Page,
  PageHeading,
  Pager,
  Table,
  Time,
} from '../../ui/index.ts'
import { words } from '../messages/index.ts'
import type { EventLine } from './events.query.ts'
import { type Chosen, isChosen, type Kind, queryOf } from './filter.ts'
import { nameIn, type Reading, sayEvent } from './sentences.ts'

/** What the page of a log shows. */
export type EventLogProps = {
  readonly frame: Frame
  /** Null for the installation's own log. */
  readonly seen: SeenAccount | null
  readonly lines: readonly EventLine[]
  readonly places: Reading['places']
  readonly chosen: Chosen
  readonly kinds: readonly Kind[]
  readonly head: { readonly seq: number; readonly hash: string } | undefined
  readonly paths: { readonly page: string; readonly csv: string; readonly json: string }
  readonly canExport: boolean
  /** The sealed end of this page, when there is another. */
  readonly after: string | undefined
}

/** Everything that happened, in sentences, with the proof that nothing was changed. */
export function EventLogPage(props: EventLogProps) {
  const { frame, seen } = props
  const t = words.for(frame.reader)
  const actions = props.canExport && <Exports {...props} />
  if (seen) {
    return (
      <AccountFrame
        frame={frame}
        seen={seen}
        current="events"
        title={t('log.crumb')}
        lead={t('log.lead')}
        actions={actions}
      >
        <Log {...props} title={t('log.title', { account: seen.account.name })} />
      </AccountFrame>
    )
  }
  const title = t('log.title.installation')
  const crumbs = [{ label: t('operator.title'), href: operatorPath.to() }, { label: t('log.crumb') }]
  return (
    <Page frame={frame} title={title} wide breadcrumb={crumbs}>
      <PageHeading title={title} lead={t('log.lead')} actions={actions} />
      <Log {...props} title={title} />
    </Page>
  )
}

function Log(props: EventLogProps & { title: string }) {
  const { frame, title, lines, chosen, paths, after } = props
  const t = words.for(frame.reader)
  return (
    <>
      <Kinds {...props} />
      <Filter {...props} />
      {lines.length === 0 ? (
        <EmptyState title={t('log.none.title')}>{t('log.none.text')}</EmptyState>
      ) : (
        <Table reader={frame.reader} caption={title} dense columns={columnsOf(props)} rows={lines} />
      )}
      <Pager reader={frame.reader} next={after && withQuery(paths.page, { ...queryOf(chosen), after })} />
      <Proof {...props} />
    </>
  )
}

function Exports({ frame, paths, chosen }: EventLogProps) {
  const t = words.for(frame.reader)
  return (
    <>
      <LinkButton small icon="download" href={withQuery(paths.csv, queryOf(chosen))} download>
        {t('log.csv')}
      </LinkButton>
      <LinkButton small icon="download" href={withQuery(paths.json, queryOf(chosen))} download>
        {t('log.json')}
      </LinkButton>
    </>
  )
}

function Kinds({ frame, chosen, kinds, paths }: EventLogProps) {
  const t = words.for(frame.reader)
  return (
    <FilterLinks
      label={t('log.kinds')}
      items={[null, ...kinds].map((kind) => ({
        label: t(`log.kind.${kind ?? 'all'}`),
        href: withQuery(paths.page, queryOf({ ...chosen, kind })),
        current: chosen.kind === kind,
      }))}
    />
  )
}

function Filter({ frame, chosen, paths }: EventLogProps) {
  const { reader } = frame
  const t = words.for(reader)
  const day = { reader, type: 'date', required: true, width: 'short' } as const
  return (
    <Form action={paths.page} method="get" wide label={t('log.find')}>
      {chosen.kind && <Hidden name="kind" value={chosen.kind} />}
      <div class="cluster end">
        <Field
          reader={reader}
          name="person"
          type="search"
          label={t('log.person')}
          required
          width="medium"
          value={chosen.person}
        />
        <Field {...day} name="from" label={t('log.from')} value={chosen.from} />
        <Field {...day} name="to" label={t('log.to')} value={chosen.to} />
        <Button>{t('log.find')}</Button>
        {isChosen(chosen) && (
          <LinkButton variant="quiet" href={paths.page}>
            {t('log.clear')}
          </LinkButton>
        )}
      </div>
    </Form>
  )
}

function columnsOf({ frame, places }: EventLogProps): Column<EventLine>[] {
  const { reader } = frame
  const t = words.for(reader)
  return [
    { label: t('log.number'), heads: true, numeric: true, fit: true, cell: ({ seq }) => seq },
    { label: t('log.time'), fit: true, cell: ({ at }) => <Time reader={reader} at={at} as="dateTime" /> },
    { label: t('log.who'), cell: ({ actor }) => <bdi>{nameIn(reader, actor)}</bdi> },
    { label: t('log.what'), cell: (line) => sayEvent(line, { reader, places }) },
    {
      label: t('log.open'),
      fit: true,
      cell: ({ requestId, reference }) =>
        requestId && reference ? <Link href={requestPath.to(requestId)}>{reference}</Link> : null,
    },
  ]
}

// Breaks on a phone, and is still one word when it is copied.
function inPieces(hash: string): readonly string[] {
  return hash.match(/.{1,8}/g) ?? []
}

function Proof({ frame, head, seen }: EventLogProps) {
  const t = words.for(frame.reader)
  if (!head) return null
  return (
    <Card title={t('log.head')}>
      <p>{t('log.head.text', { seq: head.seq })}</p>
      <p>
        <code>
          {inPieces(head.hash).map((piece) => (
            <>
              {piece}
              <wbr />
            </>
          ))}
        </code>
      </p>
      <Muted>
        {seen
          ? t('log.head.verify', { account: seen.account.identifier })
          : t('log.head.verify.installation')}
      </Muted>
    </Card>
  )
}
