import { textOf } from '../../platform/http/index.ts'
import { sayRole } from '../../accounts/index.ts'
import { choiceOf } from '../../accounts/domain/roles.ts'
import { givableRoles, isGivable } from '../../rules/domain/rule.ts'
import { ruleWords as words } from '../../rules/index.ts'
import { Muted, Radios, Select, Stack, TextArea } from '../../ui/index.ts'
import { ends, gives, outcomes } from './rule.form.ts'
import type { RuleFormProps } from './rule-form.page.tsx'
import { Days, Places } from './rule-fields.tsx'

/** What becomes of a request that a rule is about. */
export function Then(props: RuleFormProps) {
  const { frame, typed, errors = {} } = props
  const t = words.for(frame.reader)
  const inside = { APPROVE: <Giving {...props} />, DECLINE: <Texts {...props} />, REVIEW: undefined }
  return (
    <Radios
      reader={frame.reader}
      name="outcome"
      label={t('form.outcome')}
      required
      value={textOf(typed, 'outcome')}
      error={errors['outcome']}
      items={outcomes.map((value) => ({
        value,
        label: t(`form.outcome.${value}`),
        help: value === 'REVIEW' ? t('form.outcome.REVIEW.help') : undefined,
        inside: inside[value],
      }))}
    />
  )
}

function Giving(props: RuleFormProps) {
  const { frame, typed, ownRoles, errors = {} } = props
  const { reader } = frame
  const t = words.for(reader)
  const hasOwn = ownRoles.some((one) => isGivable(one))
  return (
    <Stack>
      <Select
        reader={reader}
        name="giveRole"
        label={t('form.role')}
        help={hasOwn ? t('form.role.help-own') : t('form.role.help')}
        placeholder={textOf(typed, 'giveRole') === '' ? t('form.role.none') : undefined}
        required
        value={textOf(typed, 'giveRole')}
        error={errors['giveRole']}
        options={rolesGiven(props)}
      />
      <Radios
        reader={reader}
        name="give"
        label={t('form.give')}
        required
        value={textOf(typed, 'give') || 'ASKED'}
        error={errors['give']}
        items={gives.map((value) => ({
          value,
          label: t(`form.give.${value}`),
          inside: value === 'VIRTUAL' ? <Places {...props} name="giveId" /> : undefined,
        }))}
      />
      <Radios
        reader={reader}
        name="ends"
        label={t('form.ends')}
        required
        value={textOf(typed, 'ends') || 'ASKED'}
        error={errors['ends']}
        items={ends.map((value) => ({
          value,
          label: t(`form.ends.${value}`),
          inside: value === 'AT_MOST' ? <Days {...props} name="giveDays" /> : undefined,
        }))}
      />
    </Stack>
  )
}

function rolesGiven({ frame, ownRoles }: RuleFormProps) {
  const { reader } = frame
  const asked = { value: 'ASKED', label: words.for(reader)('form.role.ASKED') }
  const given = [...givableRoles, ...ownRoles.filter((one) => isGivable(one))]
  return [asked, ...given.map((role) => ({ value: choiceOf(role), label: sayRole(reader, role) }))]
}

function Texts({ frame, typed, errors = {} }: RuleFormProps) {
  const { reader } = frame
  const t = words.for(reader)
  const fields = [
    ['textEn', 'form.text.en'],
    ['textFr', 'form.text.fr'],
  ] as const
  return (
    <Stack>
      <Muted>{t('form.text.help')}</Muted>
      {fields.map(([name, label]) => (
        <TextArea
          reader={reader}
          name={name}
          label={t(label)}
          rows={4}
          min={10}
          max={1000}
          value={textOf(typed, name)}
          error={errors[name]}
        />
      ))}
    </Stack>
  )
}
