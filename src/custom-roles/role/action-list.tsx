import type { Action } from '../../accounts/domain/roles.ts'
import type { Reader } from '../../platform/i18n/reader.ts'
import { Facts } from '../../ui/index.ts'
import { bySubject } from '../domain/wanted-role.ts'
import { words } from '../messages/index.ts'
import { sayAction } from '../say.ts'

/** Actions under their subjects. */
export function ActionList({
  reader,
  actions,
}: {
  readonly reader: Reader
  readonly actions: readonly Action[]
}) {
  const t = words.for(reader)
  return (
    <Facts
      stacked
      items={bySubject(actions).map((group) => ({
        label: t(`subject.${group.subject}`),
        value: group.actions.map((action) => <p>{sayAction(reader, action)}</p>),
      }))}
    />
  )
}
