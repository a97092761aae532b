import type { Role } from '../../accounts/domain/roles.ts'
import { accountWords, EndsAtField, mostTicked, type NamedTree, placeName } from '../../accounts/index.ts'
import { casePath, proposeDecisionPath } from '../../paths/support-cases.ts'
import { type FieldErrors, listOf, textOf, type Typed } from '../../platform/http/index.ts'
import {
  Checkboxes,
  ErrorSummary,
  Facts,
  Form,
  FormActions,
  type Frame,
  Hidden,
  LinkButton,
  Notice,
  Page,
  PageHeading,
  Quote,
  Radios,
  Select,
  Stack,
  SubmitButton,
  TextArea,
} from '../../ui/index.ts'
import { sayAsk } from '../asked.ts'
import { askedPlaces, namesIn } from '../decide/sayings.ts'
import { declineCodes } from '../domain/request.ts'
import { words } from '../messages/index.ts'
import { fullName } from '../profile.ts'
import type { StoredRequest } from '../requests.row.ts'
import type { ProposeErrorKey } from './decide-as-support.form.ts'

/** The roles that support can give: none that gives power over others. */
const offered: readonly Role[] = ['SV', 'SU', 'VV', 'VU']

/** What the form of the first agent shows. */
export type ProposePageProps = {
  readonly frame: Frame
  readonly request: StoredRequest
  readonly caseId: string
  readonly tree: NamedTree
  readonly typed?: Typed | undefined
  readonly errors?: FieldErrors | undefined
  /** Why nothing was proposed, in words. */
  readonly problem?: string | undefined
}

/** Proposing a decision that nobody of the account can take: what, until when, and what proves it. */
export function ProposePage(props: ProposePageProps) {
  const { frame, request, errors = {}, problem, tree } = props
  const { reader } = frame
  const t = words.for(reader)
  const title = t('as-support.title')
  const mistakes = Object.entries(errors).map(([field, key]) => ({
    field: field === 'va' || field === 'role' || field === 'verdict' ? `${field}-1` : field,
    message: t(key as ProposeErrorKey),
  }))
  return (
    <Page
      frame={frame}
      title={title}
      failed={mistakes.length > 0 || problem !== undefined}
      breadcrumb={[{ label: t('as-support.case'), href: casePath.to(props.caseId) }, { label: title }]}
    >
      <ErrorSummary reader={reader} errors={mistakes} />
      {problem !== undefined && (
        <Notice kind="danger" title={t('notice.refused')}>
          {problem}
        </Notice>
      )}
      <PageHeading over={request.accountName} title={title} lead={t('as-support.lead')} />
      <Facts
        items={[
          { label: t('letter.who'), value: fullName(request.profile) },
          { label: t('request.asked'), value: sayAsk(reader, request.ask, namesIn(tree)) },
        ]}
      />
      <Quote reader={reader} text={request.reason} by={fullName(request.profile)} />
      <Fields {...props} />
    </Page>
  )
}

function Fields(props: ProposePageProps) {
  const { frame, request, caseId, errors = {}, typed = {} } = props
  const { reader } = frame
  const t = words.for(reader)
  const value = (name: string) => (typeof typed[name] === 'string' ? typed[name] : undefined)
  const error = (name: string) =>
    errors[name] === undefined ? undefined : t(errors[name] as ProposeErrorKey)
  return (
    <Form action={proposeDecisionPath.to(request.id)}>
      <Hidden name="version" value={String(request.version)} />
      <Radios
        reader={reader}
        name="verdict"
        label={t('as-support.verdict')}
        required
        value={value('verdict')}
        error={error('verdict')}
        items={[
          { value: 'APPROVE', label: t('as-support.approve'), inside: <Giving {...props} /> },
          { value: 'DECLINE', label: t('as-support.decline'), inside: <Declining {...props} /> },
        ]}
      />
      <Reasons {...props} />
      <FormActions>
        <SubmitButton icon="send">{t('as-support.propose')}</SubmitButton>
        <LinkButton variant="quiet" href={casePath.to(caseId)}>
          {t('as-support.cancel')}
        </LinkButton>
      </FormActions>
    </Form>
  )
}

function Reasons({ frame, request, errors = {}, typed = {} }: ProposePageProps) {
  const { reader } = frame
  const t = words.for(reader)
  const value = (name: string) => (typeof typed[name] === 'string' ? typed[name] : undefined)
  const error = (name: string) =>
    errors[name] === undefined ? undefined : t(errors[name] as ProposeErrorKey)
  const name = fullName(request.profile)
  return (
    <>
      <TextArea
        reader={reader}
        name="note"
        label={t('as-support.note')}
        help={t('as-support.note.help', { name })}
        required
        rows={3}
        min={10}
        max={1000}
        value={value('note')}
        error={error('note')}
      />
      <TextArea
        reader={reader}
        name="grounds"
        label={t('as-support.grounds')}
        help={t('as-support.grounds.help')}
        required
        rows={3}
        min={10}
        max={1000}
        value={value('grounds')}
        error={error('grounds')}
      />
    </>
  )
}

function Giving(props: ProposePageProps) {
  const { frame, tree, errors = {}, typed = {} } = props
  const { reader } = frame
  const t = words.for(reader)
  const a = accountWords.for(reader)
  const error = (name: string) =>
    errors[name] === undefined ? undefined : t(errors[name] as ProposeErrorKey)
  return (
    <Stack>
      <Radios
        reader={reader}
        name="role"
        label={t('as-support.role')}
        required
        value={typeof typed['role'] === 'string' ? typed['role'] : undefined}
        error={error('role')}
        items={offered
          .filter((role) => tree.virtualAccounts.length > 0 || !role.startsWith('V'))
          .map((role) => ({ value: role, label: a(`role.${role}`), help: a(`role-help.${role}`) }))}
      />
      <GivenPlaces {...props} />
      <EndsAtField
        reader={reader}
        label={t('as-support.ends')}
        help={t('as-support.ends.help')}
        required
        day={textOf(typed, 'ends')}
        time={textOf(typed, 'endsTime')}
        timeZone="UTC"
        error={error('ends')}
      />
    </Stack>
  )
}

// Of many, what was asked for is ticked and the others are written.
function GivenPlaces({ frame, tree, request, errors = {}, typed = {} }: ProposePageProps) {
  const { reader } = frame
  const t = words.for(reader)
  const error = (name: string) =>
    errors[name] === undefined ? undefined : t(errors[name] as ProposeErrorKey)
  const chosen = listOf(typed, 'va')
  const asked: readonly string[] = askedPlaces(request.ask.scope)
  const isMany = tree.virtualAccounts.length > mostTicked
  const ticked = isMany
    ? tree.virtualAccounts.filter(({ id }) => asked.includes(id) || chosen.includes(id))
    : tree.virtualAccounts
  return (
    <>
      {ticked.length > 0 && (
        <Checkboxes
          reader={reader}
          name="va"
          label={t('as-support.va')}
          values={chosen}
          error={error('va')}
          items={ticked.map(({ id }) => ({ value: id, label: placeName(tree, id) }))}
        />
      )}
      {isMany && (
        <TextArea
          reader={reader}
          name="places"
          label={ticked.length > 0 ? t('places.further') : t('as-support.va')}
          help={t('places.written')}
          rows={3}
          spellcheck={false}
          value={textOf(typed, 'places')}
          error={error('places')}
        />
      )}
    </>
  )
}

function Declining({ frame, errors = {}, typed = {} }: ProposePageProps) {
  const { reader } = frame
  const t = words.for(reader)
  return (
    <Select
      reader={reader}
      name="code"
      label={t('as-support.code')}
      required
      placeholder={t('as-support.code.choose')}
      value={typeof typed['code'] === 'string' ? typed['code'] : undefined}
      error={errors['code'] === undefined ? undefined : t(errors['code'] as ProposeErrorKey)}
      options={declineCodes.map((code) => ({ value: code, label: t(`decline.${code}`) }))}
    />
  )
}
