import type { Child } from '#jsx'
import { basicActions } from '../../accounts/domain/custom-role.ts'
import { type Action, choiceOf } from '../../accounts/domain/roles.ts'
import { AccountFrame, type SeenAccount } from '../../accounts/index.ts'
import {
  accountRolesPath,
  bringBackRolePath,
  changeRolePath,
  newRolePath,
  retireRolePath,
  roleVersionsPath,
} from '../../paths/custom-roles.ts'
import { withQuery } from '../../paths/decisions.ts'
import { groupPath } from '../../paths/groups.ts'
import { addUsersPath } from '../../paths/members.ts'
import {
  Button,
  Card,
  Cluster,
  Facts,
  type Flash,
  Form,
  FormActions,
  type Frame,
  Link,
  LinkButton,
  Muted,
  Notice,
  Split,
  Stack,
  Time,
} from '../../ui/index.ts'
import type { ListedRole } from '../custom-roles.store.ts'
import { holdersHref } from '../list/roles.page.tsx'
import { words } from '../messages/index.ts'
import { sayNames } from '../say.ts'
import { ActionList } from './action-list.tsx'
import type { NamedHolder, StillGiving } from './role.query.ts'

const basic: readonly Action[] = basicActions

/** What the page of one role shows. */
export type RolePageProps = {
  readonly frame: Frame
  readonly seen: SeenAccount
  readonly role: ListedRole
  /** The first of those who hold it, of those whom the viewer sees. */
  readonly holders: readonly NamedHolder[]
  readonly giving: StillGiving
  /** The viewer writes roles like this one. */
  readonly mayWrite: boolean
  /** The viewer writes roles of some kind. */
  readonly mayMake: boolean
  readonly flash?: Flash | undefined
  readonly problem?: string | undefined
}

/** One role of an account's own: what it may do, who holds it, and what can be done with it. */
export function RolePage(props: RolePageProps) {
  const { frame, seen, role, problem } = props
  const { reader } = frame
  const t = words.for(reader)
  return (
    <RoleFrame
      {...props}
      title={role.name}
      lead={role.description || undefined}
      failed={problem !== undefined}
      actions={<Ways {...props} />}
    >
      {problem !== undefined && (
        <Notice kind="danger" title={t('form.refused')}>
          {problem}
        </Notice>
      )}
      {role.retiredAt !== null && <Notice kind="info">{t('role.is-retired')}</Notice>}
      {role.retiredAt === null && props.mayMake && !props.mayWrite && <Muted>{t('role.not-yours')}</Muted>}
      <Split aside={<About {...props} />} label={t('role.facts')}>
        <Card title={t('role.may')}>
          <ActionList reader={reader} actions={role.actions.filter((action) => !basic.includes(action))} />
          <Muted>{t('role.always')}</Muted>
        </Card>
        <Card title={t('role.holders')}>
          <Holders {...props} identifier={seen.account.identifier} />
        </Card>
      </Split>
    </RoleFrame>
  )
}

/** A page about one role, with the way to it. */
export function RoleFrame(
  props: Pick<RolePageProps, 'frame' | 'seen' | 'flash'> & {
    readonly role: Pick<ListedRole, 'name'>
    readonly title: string
    readonly lead?: Child
    readonly under?: readonly { readonly label: string; readonly href?: string }[]
    readonly failed?: boolean | undefined
    readonly narrow?: boolean | undefined
    readonly actions?: Child
    readonly children?: Child
  },
) {
  const { frame, seen, role, under = [{ label: role.name }], actions, lead } = props
  const t = words.for(frame.reader)
  return (
    <AccountFrame
      frame={frame}
      seen={seen}
      current="users"
      title={props.title}
      {...(lead === undefined ? {} : { lead })}
      under={[{ label: t('roles.title'), href: accountRolesPath.to(seen.account.identifier) }, ...under]}
      flash={props.flash}
      failed={props.failed}
      narrow={props.narrow}
      {...(actions === undefined ? {} : { actions })}
    >
      {props.children}
    </AccountFrame>
  )
}

function Ways({ frame, seen, role, mayWrite, mayMake }: RolePageProps) {
  const t = words.for(frame.reader)
  const { identifier } = seen.account
  const isRetired = role.retiredAt !== null
  return (
    <Cluster>
      {mayWrite && !isRetired && (
        <LinkButton icon="pencil" href={changeRolePath.to(identifier, role.id)}>
          {t('role.change')}
        </LinkButton>
      )}
      {mayWrite && isRetired && (
        <Form action={bringBackRolePath.to(identifier, role.id)}>
          <Button>{t('role.bring-back')}</Button>
        </Form>
      )}
      <LinkButton variant="quiet" icon="history" href={roleVersionsPath.to(identifier, role.id)}>
        {t('role.versions')}
      </LinkButton>
      {mayMake && (
        <LinkButton variant="quiet" href={withQuery(newRolePath.to(identifier), { from: role.id })}>
          {t('role.base')}
        </LinkButton>
      )}
      {mayWrite && !isRetired && (
        <LinkButton variant="quiet" href={retireRolePath.to(identifier, role.id)}>
          {t('role.retire')}
        </LinkButton>
      )}
    </Cluster>
  )
}

function Holders({
  frame,
  role,
  holders,
  giving,
  mayWrite,
  identifier,
}: RolePageProps & { identifier: string }) {
  const { reader } = frame
  const t = words.for(reader)
  const n = role.holders
  return (
    <Stack>
      <p>
        {t('role.holders-n', { n })}
        {n > 0 && ` ${sayNames(reader, holders, n)}.`}
      </p>
      {giving.groups.length > 0 && (
        <p>
          {t('role.groups')}{' '}
          {giving.groups.map(({ id, name }, index) => (
            <>
              {index > 0 && ', '}
              <Link href={groupPath.to(identifier, id)}>{name}</Link>
            </>
          ))}
        </p>
      )}
      {giving.rules > 0 && (
        <p>{t(role.retiredAt === null ? 'role.rules' : 'role.rules-idle', { n: giving.rules })}</p>
      )}
      <FormActions>
        {n > 0 && <LinkButton href={holdersHref(identifier, role.id)}>{t('role.holders-see')}</LinkButton>}
        {mayWrite && role.retiredAt === null && (
          <LinkButton
            variant={n > 0 ? 'quiet' : 'secondary'}
            icon="plus"
            href={withQuery(addUsersPath.to(identifier), { role: choiceOf(role) })}
          >
            {t('role.give')}
          </LinkButton>
        )}
      </FormActions>
    </Stack>
  )
}

function About({ frame, role }: RolePageProps) {
  const { reader } = frame
  const t = words.for(reader)
  return (
    <Card title={t('role.facts')}>
      <Facts
        stacked
        items={[
          {
            label: t('roles.reach'),
            value: t(`roles.reach.${role.reach}`),
            help: t(`roles.reach-help.${role.reach}`),
          },
          { label: t('roles.version'), value: String(role.version) },
          { label: t('roles.changed'), value: <Time reader={reader} at={role.changedAt} /> },
        ]}
      />
    </Card>
  )
}
