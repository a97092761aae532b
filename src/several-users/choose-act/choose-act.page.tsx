import { choiceOf, type CustomRole, keyOf } from '../../accounts/domain/roles.ts'
import {
  AccountFrame,
  EndsAtField,
  type SeenAccount,
  sayRole,
  type StoredGrant,
} from '../../accounts/index.ts'
import { rolesToGive } from '../../members/index.ts'
import { accountUsersPath } from '../../paths/accounts.ts'
import { chosenUsersPath } from '../../paths/members.ts'
import { type FieldErrors, textOf, type Typed } from '../../platform/http/index.ts'
import {
  type Choice,
  ErrorSummary,
  Form,
  FormActions,
  type Frame,
  LinkButton,
  Notice,
  type Option,
  Radios,
  Section,
  Select,
  Stack,
  SubmitButton,
} from '../../ui/index.ts'
import type { ChosenRow } from '../chosen.query.ts'
import { words } from '../messages/index.ts'
import { type ActErrorKey, everyRole } from './choose-act.form.ts'

/** What the page that asks what is to happen shows. */
export type ChooseActPageProps = {
  readonly frame: Frame
  readonly seen: SeenAccount
  readonly id: string
  readonly people: readonly ChosenRow[]
  /** What they hold, as far as it is seen. */
  readonly grants: readonly StoredGrant[]
  readonly ownRoles: readonly CustomRole[]
  readonly tags: readonly { readonly id: string; readonly name: string }[]
  readonly typed?: Typed | undefined
  readonly errors?: FieldErrors | undefined
  /** Why nothing was planned, in words. */
  readonly problem?: string | undefined
}

const mostNamed = 12

/** What is to happen to several users, who are named. */
export function ChooseActPage(props: ChooseActPageProps) {
  const { frame, seen, people, errors = {}, problem } = props
  const { reader } = frame
  const t = words.for(reader)
  const title = t('choose.title', { n: people.length })
  return (
    <AccountFrame
      frame={frame}
      seen={seen}
      current="users"
      title={title}
      lead={t('choose.lead')}
      under={[{ label: title }]}
      failed={Object.keys(errors).length > 0 || problem !== undefined}
      narrow
    >
      <ErrorSummary
        reader={reader}
        errors={Object.keys(errors).map((field) => ({ field, message: saidOf(props, field) ?? '' }))}
      />
      {problem !== undefined && (
        <Notice kind="danger" title={t('choose.failed')}>
          {problem}
        </Notice>
      )}
      <People reader={reader} people={people} />
      <Form action={chosenUsersPath.to(seen.account.identifier, props.id)}>
        <div class="opening">
          <Radios
            reader={reader}
            name="what"
            label={t('act.what')}
            required
            value={textOf(props.typed ?? {}, 'what')}
            error={saidOf(props, 'what')}
            items={choicesOf(props)}
          />
        </div>
        <FormActions>
          <SubmitButton>{t('choose.next')}</SubmitButton>
          <LinkButton variant="quiet" href={accountUsersPath.to(seen.account.identifier)}>
            {t('choose.cancel')}
          </LinkButton>
        </FormActions>
      </Form>
    </AccountFrame>
  )
}

function People({ reader, people }: { reader: Frame['reader']; people: readonly ChosenRow[] }) {
  const t = words.for(reader)
  const more = people.length - mostNamed
  const named = people.slice(0, mostNamed).map(({ name }) => name)
  return (
    <Section title={t('choose.who')}>
      <p>
        {named.join(', ')}
        {more > 0 && ` ${t('choose.more', { n: more })}`}
      </p>
    </Section>
  )
}

function saidOf({ frame, errors = {} }: ChooseActPageProps, field: string): string | undefined {
  const key = errors[field]
  return key === undefined ? undefined : words.for(frame.reader)(key as ActErrorKey)
}

function choicesOf(props: ChooseActPageProps): Choice[] {
  const t = words.for(props.frame.reader)
  const { tags } = props
  const ends = props.grants.some(({ endsAt }) => endsAt !== null)
  return [
    {
      value: 'ROLE',
      label: t('act.ROLE'),
      help: t('act.ROLE-help'),
      inside: (
        <Stack>
          <WhichField {...props} name="whichRole" />
          <ToField {...props} />
        </Stack>
      ),
    },
    {
      value: 'END',
      label: t('act.END'),
      inside: (
        <Stack>
          <WhichField {...props} name="whichEnd" />
          <EndField {...props} />
        </Stack>
      ),
    },
    ...(ends
      ? [{ value: 'NO_END', label: t('act.NO_END'), inside: <WhichField {...props} name="whichNoEnd" /> }]
      : []),
    ...(tags.length > 0
      ? [
          { value: 'TAG', label: t('act.TAG'), inside: <TagField {...props} name="tag" /> },
          { value: 'UNTAG', label: t('act.UNTAG'), inside: <TagField {...props} name="untag" /> },
        ]
      : []),
    { value: 'REMOVE', label: t('act.REMOVE'), help: t('act.REMOVE-help') },
  ]
}

type Named<Name> = ChooseActPageProps & { readonly name: Name }

/** The roles that they hold, each once. */
function rolesHeld({ frame, grants }: ChooseActPageProps): Option[] {
  const roles = new Map(grants.map(({ role }) => [keyOf(role), sayRole(frame.reader, role)]))
  return [...roles].map(([value, label]) => ({ value, label }))
}

type ChoiceProps = ChooseActPageProps & {
  readonly name: string
  readonly label: string
  readonly options: readonly Option[]
}

/** One of some things, with what was chosen and what was wrong with it. */
function Choice({ name, label, options, ...props }: ChoiceProps) {
  const { reader } = props.frame
  return (
    <Select
      reader={reader}
      name={name}
      label={label}
      required
      placeholder={words.for(reader)('act.choose')}
      value={textOf(props.typed ?? {}, name)}
      error={saidOf(props, name)}
      options={options}
    />
  )
}

function WhichField(props: Named<'whichRole' | 'whichEnd' | 'whichNoEnd'>) {
  const t = words.for(props.frame.reader)
  const options = [{ value: everyRole, label: t('act.every') }, ...rolesHeld(props)]
  return <Choice {...props} label={t('act.which')} options={options} />
}

function ToField(props: ChooseActPageProps) {
  const { reader } = props.frame
  const options = rolesToGive(props.seen, props.ownRoles).map((role) => ({
    value: choiceOf(role),
    label: sayRole(reader, role),
  }))
  return <Choice {...props} name="to" label={words.for(reader)('act.to')} options={options} />
}

function EndField(props: ChooseActPageProps) {
  const { frame, seen, typed = {} } = props
  return (
    <EndsAtField
      reader={frame.reader}
      label={words.for(frame.reader)('act.ends')}
      day={textOf(typed, 'ends')}
      time={textOf(typed, 'endsTime')}
      timeZone={seen.account.timeZone}
      required
      error={saidOf(props, 'ends')}
    />
  )
}

function TagField(props: Named<'tag' | 'untag'>) {
  const options = props.tags.map(({ id, name }) => ({ value: id, label: name }))
  return <Choice {...props} label={words.for(props.frame.reader)('act.tag')} options={options} />
}
