import { AccountFrame, type SeenAccount } from '../../accounts/index.ts'
import {
  addToGroupPath,
  changeGroupPath,
  closeGroupPath,
  groupPath,
  removeFromGroupPath,
} from '../../paths/groups.ts'
import { userPath } from '../../paths/members.ts'
import {
  Button,
  Cluster,
  type Column,
  ErrorSummary,
  type Flash,
  Form,
  FormActions,
  type Frame,
  Identifier,
  Link,
  LinkButton,
  Muted,
  Notice,
  Pager,
  Section,
  SubmitButton,
  Table,
  TextArea,
  Time,
} from '../../ui/index.ts'
import type { Member, StoredGroup } from '../groups.store.ts'
import { words } from '../messages/index.ts'
import { sayGiven } from '../say.ts'

/** What the page of one group shows. */
export type GroupPageProps = {
  readonly frame: Frame
  readonly seen: SeenAccount
  readonly group: StoredGroup
  readonly members: readonly Member[]
  readonly next: string | undefined
  readonly flash?: Flash | undefined
  /** Addresses that were typed and not taken. */
  readonly typed?: string | undefined
  readonly error?: string | undefined
  readonly problem?: string | undefined
  /** Addresses that belong to no user of the account. */
  readonly unknown?: readonly string[] | undefined
}

/** One group: what it gives, who is in it, and what can be done. */
export function GroupPage(props: GroupPageProps) {
  const { frame, seen, group, error, problem, unknown = [] } = props
  const { reader } = frame
  const t = words.for(reader)
  const isOpen = group.closedAt === null
  return (
    <AccountFrame
      frame={frame}
      seen={seen}
      current="groups"
      title={group.name}
      lead={sayGiven(reader, group, seen.tree)}
      under={[{ label: group.name }]}
      flash={props.flash}
      failed={error !== undefined || problem !== undefined}
      actions={isOpen ? <Ways {...props} /> : undefined}
    >
      {error !== undefined && (
        <ErrorSummary reader={reader} errors={[{ field: 'addresses', message: error }]} />
      )}
      {problem !== undefined && (
        <Notice kind="danger" title={t('groups.refused')}>
          {problem}
        </Notice>
      )}
      {unknown.length > 0 && (
        <Notice kind="warning">{t('groups.unknown', { addresses: unknown.join(', ') })}</Notice>
      )}
      {!isOpen && <Notice kind="info">{t('groups.is-closed')}</Notice>}
      <Section title={t('groups.people')}>
        <People {...props} />
      </Section>
      {isOpen && (
        <Section title={t('groups.add')}>
          <Adding {...props} />
        </Section>
      )}
    </AccountFrame>
  )
}

function Ways({ frame, seen, group }: GroupPageProps) {
  const t = words.for(frame.reader)
  const { identifier } = seen.account
  return (
    <Cluster>
      <LinkButton icon="pencil" href={changeGroupPath.to(identifier, group.id)}>
        {t('groups.change')}
      </LinkButton>
      <LinkButton variant="quiet" href={closeGroupPath.to(identifier, group.id)}>
        {t('groups.close')}
      </LinkButton>
    </Cluster>
  )
}

function People({ frame, seen, group, members, next }: GroupPageProps) {
  const { reader } = frame
  const t = words.for(reader)
  const { identifier } = seen.account
  if (members.length === 0) return <Muted>{t('groups.empty')}</Muted>
  const columns: Column<Member>[] = [
    {
      label: t('groups.person'),
      heads: true,
      cell: ({ personId, name, address }) => (
        <>
          <Link href={userPath.to(identifier, personId)}>{name}</Link>
          <p class="muted">
            <Identifier value={address} />
          </p>
        </>
      ),
    },
    { label: t('groups.since'), fit: true, cell: ({ addedAt }) => <Time reader={reader} at={addedAt} /> },
  ]
  const actions: Column<Member> = {
    label: t('groups.actions'),
    actions: true,
    cell: ({ personId, name }) => (
      <Form action={removeFromGroupPath.to(identifier, group.id, personId)}>
        <Button small label={t('groups.remove-one', { name })}>
          {t('groups.remove')}
        </Button>
      </Form>
    ),
  }
  return (
    <>
      <Table
        reader={reader}
        caption={t('groups.people')}
        columns={group.closedAt === null ? [...columns, actions] : columns}
        rows={members}
      />
      <Pager reader={reader} next={next} />
    </>
  )
}

function Adding({ frame, seen, group, typed, error }: GroupPageProps) {
  const { reader } = frame
  const t = words.for(reader)
  return (
    <Form action={addToGroupPath.to(seen.account.identifier, group.id)}>
      <TextArea
        reader={reader}
        name="addresses"
        label={t('groups.addresses')}
        help={t('groups.addresses-help')}
        required
        rows={3}
        spellcheck={false}
        value={typed}
        error={error}
      />
      <FormActions>
        <SubmitButton>{t('groups.add-do')}</SubmitButton>
      </FormActions>
    </Form>
  )
}

/** Asking once more before a group is closed. */
export function CloseGroupPage(props: Pick<GroupPageProps, 'frame' | 'seen' | 'group' | 'problem'>) {
  const { frame, seen, group, problem } = props
  const t = words.for(frame.reader)
  const { identifier } = seen.account
  const title = t('groups.close-title', { group: group.name })
  return (
    <AccountFrame
      frame={frame}
      seen={seen}
      current="groups"
      title={title}
      under={[{ label: group.name, href: groupPath.to(identifier, group.id) }, { label: t('groups.close') }]}
      failed={problem !== undefined}
      narrow
    >
      {problem !== undefined && (
        <Notice kind="danger" title={t('groups.refused')}>
          {problem}
        </Notice>
      )}
      <p>{t('groups.close-text', { people: group.members })}</p>
      <Form action={closeGroupPath.to(identifier, group.id)}>
        <FormActions>
          <Button variant="danger">{t('groups.close')}</Button>
          <LinkButton variant="quiet" href={groupPath.to(identifier, group.id)}>
            {t('groups.cancel')}
          </LinkButton>
        </FormActions>
      </Form>
    </AccountFrame>
  )
}
