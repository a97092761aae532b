import { accountWords } from '../../accounts/index.ts'
import { claimsPath } from '../../paths/claims.ts'
import { casePath, deskPath } from '../../paths/support-cases.ts'
import { nameOf } from '../../people/index.ts'
import {
  Badge,
  Button,
  type Column,
  EmptyState,
  FilterLinks,
  Form,
  type Frame,
  Hidden,
  Identifier,
  Link,
  LinkButton,
  Page,
  PageHeading,
  Pager,
  Select,
  StatusChip,
  Table,
  Time,
} from '../../ui/index.ts'
import { type CaseCause, causes } from '../domain/case.ts'
import { words } from '../messages/index.ts'
import { chipOf } from '../standing.ts'
import { type DeskCase, type ShownCases, shownCases } from './desk.query.ts'

/** What the support desk shows. */
export type DeskPageProps = {
  readonly frame: Frame
  readonly viewerId: string
  readonly now: Date
  readonly shown: ShownCases
  readonly cause: CaseCause | null
  readonly cases: readonly DeskCase[]
  /** The address of the next page. */
  readonly next: string | undefined
}

/** The cases that wait for support, and those that wait for others or are over. */
export function DeskPage(props: DeskPageProps) {
  const { frame, cases, viewerId } = props
  const { reader } = frame
  const t = words.for(reader)
  const n = frame.person?.toAnswer ?? 0
  return (
    <Page
      frame={frame}
      title={n > 0 && n < 100 ? t('desk.title-n', { n }) : t('desk.title')}
      wide
      live={[`person:${viewerId}`]}
    >
      <PageHeading
        title={t('desk.title')}
        lead={props.shown === 'open' ? t('desk.lead') : undefined}
        actions={
          <LinkButton href={claimsPath.to()}>{accountWords.for(reader)('claim.list.title')}</LinkButton>
        }
      />
      <Filters {...props} />
      {cases.length === 0 ? (
        <EmptyState icon="life-buoy" title={t(`desk.empty.${props.shown}`)}>
          {t(`desk.empty.${props.shown}.text`)}
        </EmptyState>
      ) : (
        <Table
          reader={reader}
          caption={t('desk.title')}
          dense
          queue
          rows={cases}
          columns={columnsFor(props)}
          tone={(one) => (isLate(one, props.now) ? 'due' : undefined)}
          rowId={(one) => `case-${one.id}`}
        />
      )}
      <Pager reader={reader} next={props.next} summary={props.next && t('desk.page', { n: cases.length })} />
    </Page>
  )
}

function isLate({ status, answerDueAt }: DeskCase, now: Date): boolean {
  return status === 'OPEN' && answerDueAt < now
}

function Filters({ frame, shown, cause }: DeskPageProps) {
  const { reader } = frame
  const t = words.for(reader)
  return (
    <div class="cluster spread">
      <FilterLinks
        label={t('desk.show')}
        items={shownCases.map((name) => ({
          label: t(`desk.show.${name}`),
          href: deskPath.to({ show: name === 'open' ? undefined : name, cause: cause ?? undefined }),
          current: name === shown,
        }))}
      />
      <Form action={deskPath.to()} method="get" wide label={t('desk.filter')}>
        {shown !== 'open' && <Hidden name="show" value={shown} />}
        <div class="toolbar">
          <Select
            reader={reader}
            name="cause"
            label={t('desk.cause')}
            required
            placeholder={t('desk.cause.all')}
            value={cause ?? undefined}
            width="medium"
            options={causes.map((value) => ({ value, label: t(`case.cause.${value}`) }))}
          />
          <Button small>{t('desk.filter')}</Button>
        </div>
      </Form>
    </div>
  )
}

function columnsFor(props: DeskPageProps): Column<DeskCase>[] {
  const { reader } = props.frame
  const t = words.for(reader)
  return [
    {
      label: t('desk.case'),
      heads: true,
      cell: (one) => (
        <>
          <Link href={casePath.to(one.id)}>
            <Identifier value={one.reference} />
          </Link>
          <p class="muted">{one.beginning === '' ? t(`case.cause.${one.cause}`) : one.beginning}</p>
        </>
      ),
    },
    {
      label: t('desk.for'),
      cell: (one) => (
        <>
          {one.accountName ?? t('desk.portal')}
          {one.requester && <p class="muted">{nameOf(one.requester)}</p>}
        </>
      ),
    },
    { label: t('desk.status'), fit: true, cell: (one) => <StatusChip {...chipOf(reader, one, 'SUPPORT')} /> },
    {
      label: t(props.shown === 'open' ? 'desk.due' : 'desk.changed'),
      fit: true,
      cell: (one) => whenOf(props, one),
    },
    {
      label: t('desk.who'),
      cell: (one) => (one.assigned ? nameOf(one.assigned) : t('case.nobody-yet')),
    },
  ]
}

function whenOf({ frame, shown, now }: DeskPageProps, one: DeskCase) {
  const { reader } = frame
  if (shown !== 'open') return <Time reader={reader} at={one.changedAt} />
  const due = <Time reader={reader} at={one.answerDueAt} as="dateTime" />
  return isLate(one, now) ? <Badge tone="rust">{due}</Badge> : due
}
