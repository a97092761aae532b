import { AccountFrame, type SeenAccount } from '../../accounts/index.ts'
import { inviteAgainPath, withdrawInvitationPath } from '../../paths/members.ts'
import { nameOf } from '../../people/domain/viewer.ts'
import {
  Button,
  Cluster,
  type Column,
  EmptyState,
  type Flash,
  Form,
  type Frame,
  Id,
  Notice,
  Pager,
  Table,
  Time,
} from '../../ui/index.ts'
import { words } from '../messages/index.ts'
import { sayGiven } from '../say.ts'
import type { InvitedRow } from './invited.query.ts'

/** What was just done about an invitation. */
export const invitationsDone = ['again', 'withdrawn'] as const
export type InvitationsDone = (typeof invitationsDone)[number]

/** What the list of open invitations shows. */
export type InvitationsPageProps = {
  readonly frame: Frame
  readonly seen: SeenAccount
  readonly rows: readonly InvitedRow[]
  readonly next: string | undefined
  readonly done: InvitationsDone | null
  /** Why nothing was sent, in words. */
  readonly problem?: string | undefined
}

/** The open invitations of an account: to send one again, or to withdraw it. */
export function InvitationsPage(props: InvitationsPageProps) {
  const { frame, seen, rows, problem } = props
  const { reader } = frame
  const t = words.for(reader)
  return (
    <AccountFrame
      frame={frame}
      seen={seen}
      current="users"
      title={t('invitations.title')}
      lead={t('invitations.lead')}
      under={[{ label: t('invitations.title') }]}
      flash={flashOf(props)}
    >
      {problem !== undefined && (
        <Notice kind="danger" title={t('invitations.refused')}>
          {problem}
        </Notice>
      )}
      {rows.length === 0 ? (
        <EmptyState icon="mail" title={t('invitations.none-title')}>
          {t('invitations.none')}
        </EmptyState>
      ) : (
        <Table reader={reader} caption={t('invitations.title')} columns={columnsOf(props)} rows={rows} />
      )}
      <Pager reader={reader} next={props.next} />
    </AccountFrame>
  )
}

function flashOf({ frame, done }: InvitationsPageProps): Flash | undefined {
  if (done === null) return undefined
  return { kind: 'success', text: words.for(frame.reader)(`invitations.flash.${done}`) }
}

function columnsOf({ frame, seen }: InvitationsPageProps): Column<InvitedRow>[] {
  const { reader } = frame
  const t = words.for(reader)
  const { identifier } = seen.account
  return [
    { label: t('invitations.to'), heads: true, cell: ({ to }) => <Id value={to} /> },
    {
      label: t('invitations.what'),
      cell: ({ role, virtualAccountIds, endsAt }) =>
        sayGiven(
          reader,
          {
            role,
            scope:
              virtualAccountIds.length === 0 ? { kind: 'ACCOUNT' } : { kind: 'VIRTUAL', virtualAccountIds },
            endsAt,
          },
          seen.tree,
        ),
    },
    { label: t('invitations.by'), cell: (row) => nameOf(row) },
    { label: t('invitations.at'), fit: true, cell: (row) => <Time reader={reader} at={row.lastMailedAt} /> },
    { label: t('invitations.lapses'), fit: true, cell: (row) => <Time reader={reader} at={row.lapsesAt} /> },
    {
      label: t('person.actions'),
      actions: true,
      cell: ({ id, to }) => (
        <Cluster>
          <Form wide action={inviteAgainPath.to(identifier, id)}>
            <Button small variant="quiet" label={t('invitations.again-label', { address: to })}>
              {t('invitations.again')}
            </Button>
          </Form>
          <Form wide action={withdrawInvitationPath.to(identifier, id)}>
            <Button small variant="quiet" label={t('invitations.withdraw-label', { address: to })}>
              {t('invitations.withdraw')}
            </Button>
          </Form>
        </Cluster>
      ),
    },
  ]
}
