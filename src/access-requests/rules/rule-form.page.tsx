import { type CustomRole, keyOf, roles } from '../../accounts/domain/roles.ts'
import { placeName, sayRole } from '../../accounts/index.ts'
import { isId, type VirtualAccountId } from '../../kernel/id.ts'
import { accountRulesPath } from '../../paths/accounts.ts'
import { changeRulesPath, newRulePath, rulePath } from '../../paths/rules.ts'
import { type FieldErrors, listOf, textOf, type Typed } from '../../platform/http/index.ts'
import type { NamedGroup } from '../../rules/domain/rule.ts'
import { ruleWords as words } from '../../rules/index.ts'
import {
  Button,
  Card,
  Checkboxes,
  ErrorSummary,
  Field,
  Form,
  FormActions,
  Hidden,
  LinkButton,
  Muted,
  Notice,
  Radios,
  Select,
  Stack,
  SubmitButton,
} from '../../ui/index.ts'
import { changesAll, mostPlaces, type OfRules, ownPlaces, placeItems, RulesFrame } from './frame.page.tsx'
import { durations, groups, wheres, whos } from './rule.form.ts'
import { Days, Domains, Places, UserGroups } from './rule-fields.tsx'
import { Then } from './rule-then.tsx'

/** What the form of a rule shows; errors are sentences, by field. */
export type RuleFormProps = OfRules & {
  /** Null for a new one. */
  readonly id: string | null
  readonly version: number
  /** The account’s own roles that are in use. */
  readonly ownRoles: readonly CustomRole[]
  /** The user groups to choose from. */
  readonly userGroups: readonly NamedGroup[]
  readonly typed: Typed
  readonly errors?: FieldErrors | undefined
  /** Why it was not saved at all. */
  readonly refused?: string | undefined
}

/** A rule: when somebody asks for what, then what becomes of it. */
export function RuleFormPage(props: RuleFormProps) {
  const { frame, seen, id, errors = {}, refused } = props
  const { reader } = frame
  const t = words.for(reader)
  const { identifier } = seen.account
  const title = t(id === null ? 'form.new' : 'form.edit')
  const mistakes = mistakesIn(errors)
  return (
    <RulesFrame
      {...props}
      current="rules"
      title={title}
      under={title}
      failed={mistakes.length > 0 || refused !== undefined}
      narrow
    >
      <ErrorSummary reader={reader} errors={mistakes} />
      {refused !== undefined && (
        <Notice kind="warning" title={t('rules.problem')}>
          {refused}
        </Notice>
      )}
      <Form action={id === null ? newRulePath.to(identifier) : rulePath.to(identifier, id)}>
        <Hidden name="version" value={String(props.version)} />
        <div class="opening">
          <Stack>
            <Whose {...props} />
            <Card title={t('form.when')}>
              <When {...props} />
            </Card>
            <Card title={t('form.then')}>
              <Then {...props} />
            </Card>
          </Stack>
        </div>
        <FormActions>
          <SubmitButton name="step" value="rehearse">
            {t('form.rehearse')}
          </SubmitButton>
          <LinkButton variant="quiet" href={accountRulesPath.to(identifier)}>
            {t('form.cancel')}
          </LinkButton>
        </FormActions>
        <Muted>{t('form.rehearse-note')}</Muted>
      </Form>
      {id !== null && <Removing {...props} id={id} />}
    </RulesFrame>
  )
}

function mistakesIn(errors: FieldErrors) {
  return Object.entries(errors).map(([field, message]) => ({
    field: (groups as readonly string[]).includes(field) ? `${field}-1` : field,
    message,
  }))
}

function Removing({ frame, seen, id, version }: RuleFormProps & { id: string }) {
  return (
    <Form action={changeRulesPath.to(seen.account.identifier)}>
      <Hidden name="rule" value={id} />
      <Hidden name="version" value={String(version)} />
      <FormActions>
        <Button variant="quiet" name="act" value="remove">
          {words.for(frame.reader)('form.remove')}
        </Button>
      </FormActions>
    </Form>
  )
}

function Whose({ frame, seen, id, typed, errors = {} }: RuleFormProps) {
  const t = words.for(frame.reader)
  const place = textOf(typed, 'place')
  if (id !== null) return <Hidden name="place" value={place} />
  if (ownPlaces(seen).length > mostPlaces)
    return (
      <Field
        reader={frame.reader}
        name="place"
        label={t('form.place')}
        help={t('form.place.named')}
        value={isId(place) ? placeName(seen.tree, place as VirtualAccountId) : place}
        error={errors['place']}
      />
    )
  const account = changesAll(seen) ? [{ value: '', label: t('form.place.account') }] : []
  const options = [...account, ...placeItems(seen, [place])]
  if (options.length === 1) return <Hidden name="place" value={options[0]?.value ?? ''} />
  return (
    <Select
      reader={frame.reader}
      name="place"
      label={t('form.place')}
      help={t('form.place.help')}
      required
      options={options}
      value={place}
    />
  )
}

function When(props: RuleFormProps) {
  const { frame, typed, errors = {} } = props
  const { reader } = frame
  const t = words.for(reader)
  return (
    <Stack>
      <WhoAsks {...props} />
      <Checkboxes
        reader={reader}
        name="role"
        label={t('form.roles')}
        help={t('form.roles.help')}
        required
        items={rolesAsked(props)}
        values={listOf(typed, 'role')}
        error={errors['role']}
      />
      <Radios
        reader={reader}
        name="where"
        label={t('form.where')}
        required
        value={textOf(typed, 'where')}
        error={errors['where']}
        items={wheres.map((value) => ({
          value,
          label: t(`form.where.${value}`),
          inside: value === 'VIRTUAL' ? <Places {...props} name="whereId" /> : undefined,
        }))}
      />
      <Radios
        reader={reader}
        name="duration"
        label={t('form.duration')}
        required
        value={textOf(typed, 'duration')}
        error={errors['duration']}
        items={durations.map((value) => ({
          value,
          label: t(`form.duration.${value}`),
          inside: value === 'AT_MOST' ? <Days {...props} name="days" /> : undefined,
        }))}
      />
    </Stack>
  )
}

function rolesAsked({ frame, ownRoles }: RuleFormProps) {
  const { reader } = frame
  const unsure = { value: 'UNSURE', label: words.for(reader)('form.roles.UNSURE') }
  return [
    ...[...roles, ...ownRoles].map((role) => ({ value: keyOf(role), label: sayRole(reader, role) })),
    unsure,
  ]
}

function WhoAsks(props: RuleFormProps) {
  const { frame, seen, typed, errors = {} } = props
  const { reader } = frame
  const t = words.for(reader)
  const domains = seen.account.verifiedDomains
  const known = { n: domains.length, domains: domains.join(', ') }
  return (
    <Radios
      reader={reader}
      name="who"
      label={t('form.who')}
      required
      value={textOf(typed, 'who')}
      error={errors['who']}
      items={whosIn(props).map((value) => ({
        value,
        label: t(`form.who.${value}`),
        help: value === 'INSIDE' ? t('form.who.INSIDE.help', known) : undefined,
        inside: insideOf(value, props),
      }))}
    />
  )
}

// An account without user groups is not asked about them.
function whosIn({ userGroups, typed }: RuleFormProps) {
  const withGroups = userGroups.length > 0 || textOf(typed, 'who') === 'GROUPS'
  return whos.filter((value) => value !== 'GROUPS' || withGroups)
}

function insideOf(value: (typeof whos)[number], props: RuleFormProps) {
  if (value === 'GROUPS') return <UserGroups {...props} />
  return value === 'DOMAINS' ? <Domains {...props} /> : undefined
}
