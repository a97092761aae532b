import { listOf, textOf } from '../../platform/http/index.ts'
import type { VirtualAccountId } from '../../kernel/id.ts'
import { ruleWords as words } from '../../rules/index.ts'
import { Checkboxes, Field } from '../../ui/index.ts'
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
