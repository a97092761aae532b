import { casePath, newCasePath } from '../../paths/support-cases.ts'
import {
  type Column,
  EmptyState,
  type Frame,
  Identifier,
  Link,
  LinkButton,
  Page,
  PageHeading,
  Pager,
  StatusChip,
  Table,
  Time,
} from '../../ui/index.ts'
import { words } from '../messages/index.ts'
import { chipOf, sayNext } from '../standing.ts'
import type { ListedCase } from './my-cases.query.ts'

/** What "Your cases" shows. */
export type MyCasesPageProps = {
  readonly frame: Frame
  readonly viewerId: string
  readonly now: Date
  readonly cases: readonly ListedCase[]
  readonly isFirstPage: boolean
  /** The address of the next page. */
  readonly next: string | undefined
}

/** The cases somebody has to do with, and the way to open one. */
export function MyCasesPage(props: MyCasesPageProps) {
  const { frame, cases } = props
  const { reader } = frame
  const t = words.for(reader)
  const open = (
    <LinkButton variant="primary" icon="life-buoy" href={newCasePath.to()}>
      {t('mine.open')}
    </LinkButton>
  )
  return (
    <Page frame={frame} title={t('case.mine')} wide live={[`person:${props.viewerId}`]}>
      <PageHeading
        over={t('case.manager')}
        title={t('case.mine')}
        lead={t('mine.lead')}
        actions={cases.length > 0 && open}
      />
      {cases.length === 0 && props.isFirstPage ? (
        <EmptyState icon="life-buoy" title={t('mine.empty')} action={open}>
          {t('mine.empty.text')}
        </EmptyState>
      ) : (
        <Table reader={reader} caption={t('case.mine')} columns={columnsFor(props)} rows={cases} />
      )}
      <Pager reader={reader} next={props.next} />
    </Page>
  )
}

function columnsFor({ frame, now }: MyCasesPageProps): Column<ListedCase>[] {
  const { reader } = frame
  const t = words.for(reader)
  return [
    {
      label: t('mine.case'),
      heads: true,
      fit: true,
      cell: (one) => (
        <Link href={casePath.to(one.id)}>
          <Identifier value={one.reference} />
        </Link>
      ),
    },
    {
      label: t('mine.what'),
      cell: (one) => (
        <>
          {t(`case.cause.${one.cause}`)}
          <p class="muted">{whatOf(one)}</p>
        </>
      ),
    },
    {
      label: t('mine.status'),
      cell: (one) => {
        const seat = one.isOwn ? 'REQUESTER' : 'ACCOUNT'
        return (
          <>
            <StatusChip {...chipOf(reader, one, seat)} />
            <p class="muted">{sayNext(reader, one, { seat, now })}</p>
          </>
        )
      },
    },
    { label: t('mine.changed'), fit: true, cell: (one) => <Time reader={reader} at={one.changedAt} /> },
  ]
}

function whatOf({ requestReference, accountName, beginning }: ListedCase): string {
  const about = [requestReference, accountName].filter((part) => part !== null).join(' · ')
  return about === '' ? beginning : about
}
