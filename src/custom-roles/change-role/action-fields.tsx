import { basicActions, customActions, neededBy, type RoleReach } from '../../accounts/domain/custom-role.ts'
import type { Action } from '../../accounts/domain/roles.ts'
import type { Reader } from '../../platform/i18n/reader.ts'
import { Checkboxes, type Choice } from '../../ui/index.ts'
import { bySubject } from '../domain/wanted-role.ts'
import { words } from '../messages/index.ts'
import { sayAction, sayActions } from '../say.ts'

/** What the boxes of a role's actions show. */
export type ActionFieldsProps = {
  readonly reader: Reader
  /** Where the role may be given. */
  readonly reaches: readonly RoleReach[]
  /** What its author could put into it. */
  readonly possible: readonly Action[]
  readonly chosen: readonly string[]
  readonly error: string | undefined
}

const basic: readonly Action[] = basicActions

/** A box for each action, by subject, with what it is good for and why it cannot be chosen. */
export function ActionFields(props: ActionFieldsProps) {
  const { reader, reaches, chosen, error } = props
  const t = words.for(reader)
  const offered = [...new Set(reaches.flatMap(customActions))].filter((action) => !basic.includes(action))
  return (
    <>
      {bySubject(offered).map(({ subject, actions }, index) => (
        <Checkboxes
          reader={reader}
          id={index === 0 ? 'actions' : `actions-${subject}`}
          name="action"
          label={t(`subject.${subject}`)}
          required
          items={actions.map((action) => choiceOf(props, action))}
          values={chosen}
          error={index === 0 ? error : undefined}
        />
      ))}
    </>
  )
}

function choiceOf({ reader, reaches, possible }: ActionFieldsProps, action: Action): Choice {
  const t = words.for(reader)
  const isPossible = possible.includes(action)
  const needed = neededBy(action).filter((one) => !basic.includes(one))
  const said = [
    t(`action-help.${action as Helped}`),
    ...(needed.length > 0 ? [t('actions.needs', { actions: sayActions(reader, needed) })] : []),
    ...(reaches.every((reach) => customActions(reach).includes(action)) ? [] : [t('actions.whole')]),
    ...(isPossible ? [] : [t('actions.not-held')]),
  ]
  return { value: action, label: sayAction(reader, action), help: said.join(' '), disabled: !isPossible }
}

// What no role of an account's own contains is never offered.
type Helped = Exclude<
  Action,
  'change-administrators' | 'change-account' | 'decide-for-vacant-account' | 'answer-cases'
>
