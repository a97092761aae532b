import { AccountFrame } from '../../accounts/index.ts'
import { queuePath, selectedPath } from '../../paths/decisions.ts'
import {
  Button,
  EmptyState,
  FilterLinks,
  Form,
  FormActions,
  Hidden,
  Muted,
  Page,
  PageHeading,
  Pager,
  Select,
  Table,
} from '../../ui/index.ts'
import { words } from '../messages/index.ts'
import { fullName } from '../profile.ts'
import { decidedColumns, hrefOf, type InboxPageProps, pendingColumns } from './columns.page.tsx'

const several = 'several'

/** The requests that wait for a decision, what is due first standing first; and those that are settled. */
export function InboxPage(props: InboxPageProps) {
  const { frame, seen, shown } = props
  const t = words.for(frame.reader)
  const lead = shown === 'pending' ? t('queue.lead') : undefined
  const live = topicsOf(props)
  if (seen) {
    return (
      <AccountFrame
        frame={frame}
        seen={seen}
        current="requests"
        title={t('queue.requests')}
        lead={lead}
        live={live}
      >
        <Body {...props} />
      </AccountFrame>
    )
  }
  const { heading, title } = namesOf(props)
  return (
    <Page frame={frame} title={title} wide live={live}>
      <PageHeading title={heading} lead={lead} />
      <Body {...props} />
    </Page>
  )
}

function Body(props: InboxPageProps) {
  const { reader } = props.frame
  const { rows } = props
  const t = words.for(reader)
  return (
    <>
      <Filters {...props} />
      {rows.length === 0 ? <Empty {...props} /> : <List {...props} />}
      <Pager
        reader={reader}
        next={props.after && hrefOf(props, { after: props.after })}
        summary={props.after && t('queue.page', { n: rows.length })}
      />
    </>
  )
}

/** The page's heading, and its name for the window, which counts what waits. */
function namesOf({ frame, shown }: InboxPageProps): { heading: string; title: string } {
  const t = words.for(frame.reader)
  if (shown === 'decided') return { heading: t('queue.decided-title'), title: t('queue.decided-title') }
  const n = frame.person?.toDecide ?? 0
  return {
    heading: t('queue.title'),
    title: n > 99 ? t('queue.title-many') : t('queue.title-n', { n }),
  }
}

function topicsOf({ accounts, seen }: InboxPageProps): string[] {
  return (seen ? [seen.account] : accounts).slice(0, 20).map(({ id }) => `account:${id}`)
}

function Filters(props: InboxPageProps) {
  const { frame, shown, seen, accounts, chosen } = props
  const { reader } = frame
  const t = words.for(reader)
  return (
    <div class="cluster spread">
      <FilterLinks
        label={t('queue.show')}
        items={[
          {
            label: t('queue.show.pending'),
            href: hrefOf(props, { show: undefined }),
            current: shown === 'pending',
          },
          {
            label: t('queue.show.decided'),
            href: hrefOf(props, { show: 'decided' }),
            current: shown === 'decided',
          },
        ]}
      />
      {!seen && accounts.length > 1 && (
        <Form action={queuePath.to()} method="get" wide label={t('queue.filter')}>
          {shown === 'decided' && <Hidden name="show" value="decided" />}
          <div class="toolbar">
            <Select
              reader={reader}
              name="account"
              label={t('queue.account')}
              required
              placeholder={t('queue.all-accounts')}
              value={chosen}
              width="medium"
              options={accounts.map(({ identifier, name }) => ({ value: identifier, label: name }))}
            />
            <Button small>{t('queue.filter')}</Button>
          </div>
        </Form>
      )}
    </div>
  )
}

function Empty({ frame, shown, canDecide }: InboxPageProps) {
  const t = words.for(frame.reader)
  if (shown === 'decided') {
    return (
      <EmptyState icon="archive" title={t('queue.none-decided-title')}>
        {t('queue.none-decided')}
      </EmptyState>
    )
  }
  return (
    <EmptyState icon="inbox" title={t('queue.empty-title')}>
      {canDecide ? t('queue.empty') : t('queue.not-admin')}
    </EmptyState>
  )
}

function List(props: InboxPageProps) {
  const { frame, rows, shown } = props
  const { reader } = frame
  const t = words.for(reader)
  const selects = shown === 'pending' && rows.some(({ decidable }) => decidable)
  return (
    <>
      <Table
        reader={reader}
        caption={t('queue.title')}
        dense
        queue={shown === 'pending'}
        rows={rows}
        columns={shown === 'pending' ? pendingColumns(props) : decidedColumns(props)}
        tone={(row) => (shown === 'pending' && row.dueAt < props.now ? 'due' : undefined)}
        rowId={(row) => `request-${row.id}`}
        select={
          selects
            ? {
                name: 'request',
                value: (row) => `${row.id}:${row.version}`,
                label: (row) => t('queue.select-of', { name: fullName(row.profile) }),
                form: several,
              }
            : undefined
        }
      />
      {selects && (
        <Form action={selectedPath.to()} id={several} wide>
          <FormActions>
            <Button>{t('queue.several')}</Button>
            <Muted>{t('queue.several-help')}</Muted>
          </FormActions>
        </Form>
      )}
    </>
  )
}
