import { listOf, textOf } from '../../platform/http/index.ts'
import type { VirtualAccountId } from '../../kernel/id.ts'
import { ruleWords as words } from '../../rules/index.ts'
import { Checkboxes, Field, TextArea } from '../../ui/index.ts'
import { placeItems } from './frame.page.tsx'
import type { RuleFormProps } from './rule-form.page.tsx'

/** Virtual accounts to choose, those of the rule's own first. */
export function Places({
  frame,
  seen,
  typed,
  errors = {},
  name,
}: RuleFormProps & { name: 'whereId' | 'giveId' }) {
  const chosen = listOf(typed, name)
  const place = textOf(typed, 'place')
  const within = place === '' ? null : (place as VirtualAccountId)
  return (
    <Checkboxes
      reader={frame.reader}
      name={name}
      label={words.for(frame.reader)('form.places')}
      required
      items={placeItems(seen, chosen, within)}
      values={chosen}
      error={errors[name]}
    />
  )
}

/** A number of days. */
export function Days({ frame, typed, errors = {}, name }: RuleFormProps & { name: 'days' | 'giveDays' }) {
  return (
    <Field
      reader={frame.reader}
      name={name}
      label={words.for(frame.reader)('form.days')}
      required
      inputmode="numeric"
      width="short"
      value={textOf(typed, name)}
      error={errors[name]}
    />
  )
}

/** Mail domains, one a line. */
export function Domains({ frame, typed, errors = {} }: RuleFormProps) {
  const t = words.for(frame.reader)
  return (
    <TextArea
      reader={frame.reader}
      name="domains"
      label={t('form.domains')}
      help={t('form.domains.help')}
      required
      rows={3}
      value={textOf(typed, 'domains')}
      error={errors['domains']}
      spellcheck={false}
    />
  )
}

/** User groups to choose, by name. */
export function UserGroups({ frame, typed, userGroups, errors = {} }: RuleFormProps) {
  const t = words.for(frame.reader)
  return (
    <Checkboxes
      reader={frame.reader}
      name="groupId"
      label={t('form.groups')}
      help={t('form.groups.help')}
      required
      items={userGroups.map(({ id, name }) => ({ value: id, label: name }))}
      values={listOf(typed, 'groupId')}
      error={errors['groupId']}
    />
  )
}
