import { listOf, textOf } from '../../platform/http/index.ts'
import { isId, type VirtualAccountId } from '../../kernel/id.ts'
import { ruleWords as words } from '../../rules/index.ts'
import { Checkboxes, Field, Stack, TextArea } from '../../ui/index.ts'
import { mostPlaces, ownPlaces, placeItems } from './frame.page.tsx'
import { nameFields } from './rule.form.ts'
import type { RuleFormProps } from './rule-form.page.tsx'

/** Virtual accounts to choose; of very many the chosen ones, and a field to write others. */
export function Places({
  frame,
  seen,
  typed,
  errors = {},
  name,
}: RuleFormProps & { name: 'whereId' | 'giveId' }) {
  const { reader } = frame
  const t = words.for(reader)
  const chosen = listOf(typed, name)
  const place = textOf(typed, 'place')
  const items = placeItems(seen, chosen, isId(place) ? (place as VirtualAccountId) : null)
  const names = nameFields[name]
  const isMany = ownPlaces(seen).length > mostPlaces
  return (
    <Stack tight>
      {(items.length > 0 || !isMany) && (
        <Checkboxes
          reader={reader}
          name={name}
          label={t('form.places')}
          required
          items={items}
          values={chosen}
          error={errors[name]}
        />
      )}
      {isMany && (
        <TextArea
          reader={reader}
          name={names}
          label={t('form.places-named')}
          help={t('form.places-named.help')}
          required
          rows={3}
          spellcheck={false}
          value={textOf(typed, names)}
          error={errors[names] ?? (items.length > 0 ? undefined : errors[name])}
        />
      )}
    </Stack>
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
