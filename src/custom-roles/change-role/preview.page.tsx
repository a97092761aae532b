import type { Action } from '../../accounts/domain/roles.ts'
import { AccountFrame, type SeenAccount } from '../../accounts/index.ts'
import { accountRolesPath, changeRolePath, rolePath } from '../../paths/custom-roles.ts'
import { listOf, textOf, type Typed } from '../../platform/http/index.ts'
import {
  Button,
  Card,
  Change,
  Form,
  FormActions,
  type Frame,
  Grid,
  Hidden,
  Link,
  Muted,
  Notice,
  Section,
} from '../../ui/index.ts'
import type { StoredRole } from '../custom-roles.store.ts'
import type { RoleEffects } from '../domain/wanted-role.ts'
import { words } from '../messages/index.ts'
import { holdersHref } from '../list/roles.page.tsx'
import { ActionList } from '../role/action-list.tsx'
import type { NamedHolder } from '../role/role.query.ts'
import { sayNames } from '../say.ts'

/** What is shown before a change of a role is saved. */
export type PreviewProps = {
  readonly frame: Frame
  readonly seen: SeenAccount
  readonly role: StoredRole
  readonly typed: Typed
  readonly effects: RoleEffects
  /** The first of those whom it concerns. */
  readonly holders: readonly NamedHolder[]
  /** Something else was shown before. */
  readonly hasChanged: boolean
}

/** Who gains and who loses what, before it is so. */
export function RolePreviewPage(props: PreviewProps) {
  const { frame, seen, role, typed, effects, holders, hasChanged } = props
  const { reader } = frame
  const t = words.for(reader)
  const { identifier } = seen.account
  const n = effects.people.length
  const name = textOf(typed, 'name')
  return (
    <AccountFrame
      frame={frame}
      seen={seen}
      current="users"
      title={t('preview.title', { n })}
      lead={t('preview.lead')}
      under={[
        { label: t('roles.title'), href: accountRolesPath.to(identifier) },
        { label: role.name, href: rolePath.to(identifier, role.id) },
        { label: t('role.change') },
      ]}
      failed={hasChanged}
      narrow
    >
      {hasChanged && <Notice kind="warning">{t('preview.changed')}</Notice>}
      {name !== role.name && <Change reader={reader} now={role.name} after={name} />}
      <Grid>
        <Side title={t('preview.gains')} {...props} actions={effects.gained} />
        <Side title={t('preview.loses')} {...props} actions={effects.lost} />
      </Grid>
      <Section title={t('preview.people')}>
        <p>
          {t('preview.people-n', { n, role: role.name, names: sayNames(reader, holders, n) })}{' '}
          <Link href={holdersHref(identifier, role.id)}>{t('role.holders-see')}</Link>
        </p>
        {effects.rules > 0 && <p>{t('preview.rules', { n: effects.rules })}</p>}
        <Muted>{effects.lost.length > 0 ? t('preview.told-elsewhere') : t('preview.told')}</Muted>
      </Section>
      <Confirm {...props} />
    </AccountFrame>
  )
}

function Confirm({ frame, seen, role, typed, effects }: PreviewProps) {
  const t = words.for(frame.reader)
  const { identifier } = seen.account
  const n = effects.people.length
  return (
    <Form action={changeRolePath.to(identifier, role.id)}>
      <Hidden name="version" value={textOf(typed, 'version')} />
      <Hidden name="mark" value={effects.mark} />
      <Hidden name="name" value={textOf(typed, 'name')} />
      <Hidden name="description" value={textOf(typed, 'description')} />
      {listOf(typed, 'action').map((action) => (
        <Hidden name="action" value={action} />
      ))}
      <FormActions>
        <Button variant={effects.gained.length > 0 ? 'primary' : 'danger'}>
          {t(`preview.${kindOf(effects)}`, { n })}
        </Button>
        <Button variant="quiet" name="step" value="back">
          {t('preview.back')}
        </Button>
      </FormActions>
    </Form>
  )
}

function kindOf({ gained, lost }: RoleEffects): 'widen' | 'narrow' | 'both' {
  if (lost.length === 0) return 'widen'
  return gained.length === 0 ? 'narrow' : 'both'
}

function Side({
  frame,
  title,
  actions,
}: Pick<PreviewProps, 'frame'> & { title: string; actions: readonly Action[] }) {
  const { reader } = frame
  return (
    <Card title={title}>
      {actions.length === 0 ? (
        <Muted>{words.for(reader)('preview.nothing')}</Muted>
      ) : (
        <ActionList reader={reader} actions={actions} />
      )}
    </Card>
  )
}
