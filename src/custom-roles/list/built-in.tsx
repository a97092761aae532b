import { type Action, actions, reachOf, type Role, roles, takesTwo } from '../../accounts/domain/roles.ts'
import { accountWords } from '../../accounts/index.ts'
import type { Reader } from '../../platform/i18n/reader.ts'
import { type Column, Fold, Muted, Table } from '../../ui/index.ts'
import { words } from '../messages/index.ts'
import { sayAction } from '../say.ts'

const marks = { everywhere: '●', own: '◐', two: '②' } as const
const held = actions.filter((action) => roles.some((role) => reachOf(role, action) !== 'nowhere'))

/** The roles that every account has: what each is for, and what each may do, action by action. */
export function BuiltInRoles({ reader }: { readonly reader: Reader }) {
  const t = words.for(reader)
  const a = accountWords.for(reader)
  const columns: Column<Role>[] = [
    { label: t('roles.name'), heads: true, cell: (role) => a(`role.${role}`) },
    { label: t('roles.description'), cell: (role) => a(`role-help.${role}`) },
  ]
  return (
    <>
      <Table reader={reader} caption={t('roles.built-in')} columns={columns} rows={roles.toReversed()} />
      <Fold summary={t('roles.matrix')}>
        <Legend reader={reader} />
        <Matrix reader={reader} />
      </Fold>
    </>
  )
}

function Matrix({ reader }: { readonly reader: Reader }) {
  const t = words.for(reader)
  const a = accountWords.for(reader)
  const columns: Column<Action>[] = [
    { label: t('roles.action'), heads: true, cell: (action) => sayAction(reader, action) },
    ...roles.map((role) => ({
      label: a(`role.${role}`),
      cell: (action: Action) => <Mark reader={reader} role={role} action={action} />,
    })),
  ]
  return <Table reader={reader} caption={t('roles.matrix')} dense wraps columns={columns} rows={held} />
}

function Mark({ reader, role, action }: { reader: Reader; role: Role; action: Action }) {
  const how = takesTwo(role, action) ? 'two' : reachOf(role, action)
  // An empty cell is left out where the table becomes cards.
  if (how === 'nowhere') return null
  return (
    <>
      <span aria-hidden="true">{marks[how]}</span>
      <span class="unseen">{words.for(reader)(`roles.mark.${how}`)}</span>
    </>
  )
}

function Legend({ reader }: { readonly reader: Reader }) {
  const t = words.for(reader)
  const said = (['everywhere', 'own', 'two'] as const).map((how) => `${marks[how]} ${t(`roles.mark.${how}`)}`)
  return <Muted>{said.join(' · ')}</Muted>
}
