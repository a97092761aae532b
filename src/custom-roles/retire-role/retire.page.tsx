import { rolePath, retireRolePath } from '../../paths/custom-roles.ts'
import { Button, Form, FormActions, LinkButton, Notice } from '../../ui/index.ts'
import { holdersHref } from '../list/roles.page.tsx'
import { words } from '../messages/index.ts'
import { RoleFrame, type RolePageProps } from '../role/role.page.tsx'
import { listed, sayNames } from '../say.ts'

/** Asking once more before a role is retired; or saying what still gives it. */
export function RetireRolePage(
  props: Pick<RolePageProps, 'frame' | 'seen' | 'role' | 'holders' | 'giving' | 'problem'>,
) {
  const { frame, seen, role, problem } = props
  const { reader } = frame
  const t = words.for(reader)
  const { identifier } = seen.account
  const still = stillOf(props)
  return (
    <RoleFrame
      {...props}
      title={t('retire.title', { role: role.name })}
      under={[{ label: role.name, href: rolePath.to(identifier, role.id) }, { label: t('role.retire') }]}
      failed={problem !== undefined}
      narrow
    >
      {problem !== undefined && (
        <Notice kind="danger" title={t('form.refused')}>
          {problem}
        </Notice>
      )}
      {still.length === 0 ? (
        <WhatHappens {...props} />
      ) : (
        <Notice kind="warning" still title={t('retire.held-title')}>
          {still.map((text) => (
            <p>{text}</p>
          ))}
        </Notice>
      )}
      <Form action={retireRolePath.to(identifier, role.id)}>
        <FormActions>
          {still.length === 0 && <Button variant="danger">{t('role.retire')}</Button>}
          {role.holders > 0 && (
            <LinkButton href={holdersHref(identifier, role.id)}>{t('role.holders-see')}</LinkButton>
          )}
          <LinkButton variant="quiet" href={rolePath.to(identifier, role.id)}>
            {t('form.cancel')}
          </LinkButton>
        </FormActions>
      </Form>
    </RoleFrame>
  )
}

function WhatHappens({ frame, giving }: Pick<RolePageProps, 'frame' | 'giving'>) {
  const t = words.for(frame.reader)
  return (
    <>
      <p>{t('retire.text')}</p>
      {giving.rules > 0 && (
        <Notice kind="warning" still>
          {t('retire.rules', { n: giving.rules })}
        </Notice>
      )}
    </>
  )
}

// Everything that keeps the role from being retired, a sentence each.
function stillOf({
  frame,
  role,
  holders,
  giving,
}: Pick<RolePageProps, 'frame' | 'role' | 'holders' | 'giving'>) {
  const { reader } = frame
  const t = words.for(reader)
  return [
    ...(role.holders > 0
      ? [t('retire.held', { n: role.holders, names: sayNames(reader, holders, role.holders) })]
      : []),
    ...(giving.groups.length > 0
      ? [
          t('retire.grouped', {
            n: giving.groups.length,
            names: listed(
              reader,
              giving.groups.map(({ name }) => name),
            ),
          }),
        ]
      : []),
    ...(giving.invitations > 0 ? [t('retire.pledged', { n: giving.invitations })] : []),
  ]
}
