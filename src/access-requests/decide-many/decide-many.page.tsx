import { requestPath } from '../../paths/access-requests.ts'
import { decideManyPath, queuePath } from '../../paths/decisions.ts'
import type { FieldErrors, Typed } from '../../platform/http/index.ts'
import type { Reader } from '../../platform/i18n/reader.ts'
import {
  Badge,
  type Column,
  EmptyState,
  ErrorSummary,
  Form,
  FormActions,
  type Frame,
  Hidden,
  Link,
  LinkButton,
  Page,
  PageHeading,
  Radios,
  SubmitButton,
  Table,
} from '../../ui/index.ts'
import { sayAsk } from '../asked.ts'
import { WhyNot } from '../decide/decline.page.tsx'
import { type Again, againOf } from '../decide/form-again.page.ts'
import type { InboxRow } from '../inbox/inbox.query.ts'
import { words } from '../messages/index.ts'
import { fullName } from '../profile.ts'
import { needsItsPage } from './as-asked.ts'

/** Several requests that were ticked, and the question what happens to them. */
export function DecideManyPage(props: {
  frame: Frame
  rows: readonly InboxRow[]
  typed?: Typed | undefined
  errors?: FieldErrors | undefined
}) {
  const { frame, rows } = props
  const { reader } = frame
  const t = words.for(reader)
  const again = againOf(t, props)
  const title = t('many.title')
  return (
    <Page
      frame={frame}
      title={title}
      failed={again.failed}
      breadcrumb={[{ label: t('queue.title'), href: queuePath.to() }, { label: title }]}
    >
      <ErrorSummary reader={reader} errors={again.summary} />
      <PageHeading title={title} lead={rows.length > 0 ? t('many.lead', { n: rows.length }) : undefined} />
      {rows.length === 0 ? (
        <NothingTicked reader={reader} />
      ) : (
        <>
          <Table reader={reader} caption={title} dense columns={columnsFor(reader)} rows={rows} />
          <ManyFields reader={reader} rows={rows} again={again} />
        </>
      )}
    </Page>
  )
}

function ManyFields({ reader, rows, again }: { reader: Reader; rows: readonly InboxRow[]; again: Again }) {
  const t = words.for(reader)
  return (
    <Form action={decideManyPath.to()}>
      {rows.map(({ id, version }) => (
        <Hidden name="request" value={`${id}:${version}`} />
      ))}
      <div class="opening">
        <Radios
          reader={reader}
          name="what"
          label={t('many.what')}
          required
          value={again.value('what')}
          error={again.error('what')}
          items={[
            { value: 'approve', label: t('many.approve'), help: t('many.approve-help') },
            {
              value: 'decline',
              label: t('many.decline'),
              inside: <WhyNot reader={reader} name={t('many.people')} again={again} />,
            },
          ]}
        />
      </div>
      <FormActions>
        <SubmitButton>{t('many.press', { n: rows.length })}</SubmitButton>
        <LinkButton variant="quiet" href={queuePath.to()}>
          {t('decided.queue')}
        </LinkButton>
      </FormActions>
    </Form>
  )
}

function NothingTicked({ reader }: { reader: Reader }) {
  const t = words.for(reader)
  return (
    <EmptyState
      icon="inbox"
      title={t('many.none')}
      action={<LinkButton href={queuePath.to()}>{t('decided.queue')}</LinkButton>}
    >
      {t('many.none-text')}
    </EmptyState>
  )
}

function columnsFor(reader: Reader): Column<InboxRow>[] {
  const t = words.for(reader)
  return [
    {
      label: t('queue.who'),
      heads: true,
      cell: (row) => <Link href={requestPath.to(row.id)}>{fullName(row.profile)}</Link>,
    },
    {
      label: t('queue.asked'),
      cell: (row) => (
        <>
          {sayAsk(reader, row.ask, row.places)}{' '}
          {needsItsPage(row.ask) && <Badge tone="amber">{t('many.on-its-page')}</Badge>}
        </>
      ),
    },
    { label: t('queue.account'), cell: (row) => row.accountName },
  ]
}
