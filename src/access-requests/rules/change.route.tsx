import { isId, newId, type VirtualAccountId } from '../../kernel/id.ts'
import { accountRulesPath } from '../../paths/accounts.ts'
import { changeRulesPath, newRulePath, rulePath } from '../../paths/rules.ts'
import { takeHeld } from '../../people/index.ts'
import { transact } from '../../platform/db/index.ts'
import {
  type FieldErrors,
  html,
  MalformedForm,
  readForm,
  seeOther,
  type Typed,
} from '../../platform/http/index.ts'
import type { Change } from '../../rules/domain/change.ts'
import type { DraftProblems } from '../../rules/domain/reading.ts'
import type { RuleId } from '../../rules/domain/rule.ts'
import {
  bookOf,
  type ChangeRefusal,
  changeRules,
  draftIn,
  groupsNamedBy,
  plan,
  ruleWords as words,
} from '../../rules/index.ts'
import { changesAll, ownPlaces } from './frame.page.tsx'
import { type Here, ofRules } from './here.route.ts'
import { userGroupsFor } from './user-groups.route.ts'
import { withNamed } from './written-places.route.ts'
import { RehearsalPage } from './rehearsal.page.tsx'
import { rehearseRules } from './rehearse.ts'
import { RuleFormPage, type RuleFormProps } from './rule-form.page.tsx'
import {
  blankRule,
  changeForm,
  draftFrom,
  ruleForm,
  ruleLists,
  typedFrom,
  withRolesOffered,
} from './rule.form.ts'
import { showList } from './list.route.tsx'

/** The form of a new rule. */
export async function newRule(here: Here): Promise<Response> {
  const { c, platform, viewer, seen } = here
  const held = await takeHeld(platform.db, viewer.personId, newRulePath.to(seen.account.identifier))
  const first = changesAll(seen) ? '' : (ownPlaces(seen)[0]?.id ?? '')
  const asked = c.req.query('place') ?? ''
  const place = ownPlaces(seen).some(({ id }) => id === asked) ? asked : first
  return showForm(here, { id: null, typed: held ?? { ...blankRule, place } })
}

/** The form of a rule that exists. */
export async function editRule(here: Here): Promise<Response> {
  const { c, platform, viewer, seen } = here
  const id = c.req.param('id') ?? ''
  const book = await bookOf(platform.db, seen.account.id)
  const rule = book.rules.find((one) => one.id === id)
  if (!rule || !mayTouch(here, rule.place)) return c.notFound()
  const held = await takeHeld(platform.db, viewer.personId, rulePath.to(seen.account.identifier, id))
  return showForm(here, { id, typed: held ?? typedFrom(rule) })
}

function mayTouch({ seen }: Here, place: VirtualAccountId | null): boolean {
  return place === null ? changesAll(seen) : ownPlaces(seen).some(({ id }) => id === place)
}

type Shown = Pick<RuleFormProps, 'id' | 'typed' | 'errors' | 'refused'>

async function showForm(here: Here, shown: Shown, status: 200 | 409 | 422 = 200): Promise<Response> {
  const book = await bookOf(here.platform.db, here.seen.account.id)
  const ownRoles = book.ownRoles.filter(({ isRetired }) => !isRetired)
  const userGroups = await userGroupsFor(here, shown.typed)
  // What was refused is shown as it was chosen, but at the version that can be chosen now.
  const typed = withRolesOffered(shown.typed, ownRoles)
  return html(
    here.c,
    <RuleFormPage
      {...ofRules(here)}
      {...shown}
      {...{ ownRoles, userGroups, typed }}
      version={book.version}
    />,
    status,
  )
}

/** A rule that was written: what it would do, or saved, or back to its form. */
export async function writeRule(here: Here): Promise<Response> {
  const { c, seen } = here
  const id = c.req.param('id') ?? null
  if (id !== null && !isId(id)) return c.notFound()
  const form = readForm(c, ruleForm, ruleLists)
  if (!form.ok) return showForm(here, { id, typed: form.typed, errors: choices(here, form.errors) }, 422)
  const { typed } = form
  if (form.value.step === 'back') return showForm(here, { id, typed })
  const { value, place, unknown } = withNamed(here, form.value)
  if (Object.keys(unknown).length > 0)
    return showForm(here, { id, typed, errors: sayUnknown(here, unknown) }, 422)
  const { draft, unreadable } = draftFrom(value)
  const change: Change =
    id === null
      ? { kind: 'ADD', id: newId<'rule'>(), place, draft }
      : { kind: 'WRITE', id: id as RuleId, draft }
  const { identifier } = seen.account
  const action = id === null ? newRulePath.to(identifier) : rulePath.to(identifier, id)
  const asked = { change, version: value.version, step: value.step, action, typed, hasForm: true }
  if (unreadable === null)
    return take(here, asked, (refusal) => formAgain(here, { id, typed }, { refusal, unreadable }))
  const problems = await problemsOf(here, asked)
  const refusal = { code: 'unfit', problems } as const
  return formAgain(here, { id, typed }, { refusal, unreadable })
}

// What is wrong beside a word that cannot be read, so that all of it is said at once.
async function problemsOf(
  { platform, viewer, seen }: Here,
  { change, version }: Asked,
): Promise<DraftProblems> {
  const book = await bookOf(platform.db, seen.account.id)
  const groups = await groupsNamedBy(platform.db, seen.account.id, draftIn(change))
  const planned = plan(book, { by: viewer, held: seen.rights, tree: seen.tree, groups }, { change, version })
  return !planned.ok && planned.refusal.code === 'unfit' ? planned.refusal.problems : {}
}

/** A rule that is moved, switched or removed: what that would do, or done. */
export async function changeRule(here: Here): Promise<Response> {
  const { c, seen, viewer } = here
  const form = readForm(c, changeForm)
  if (!form.ok) throw new MalformedForm('act')
  const { act, rule, version, step } = form.value
  const id = rule as RuleId
  const changes: Record<typeof act, Change> = {
    up: { kind: 'MOVE', id, up: true },
    down: { kind: 'MOVE', id, up: false },
    on: { kind: 'SWITCH', id, on: true },
    off: { kind: 'SWITCH', id, on: false },
    remove: { kind: 'REMOVE', id },
  }
  const action = changeRulesPath.to(seen.account.identifier)
  const asked = { change: changes[act], version, step, action, typed: form.typed, hasForm: false }
  return take(here, asked, async (refusal) => {
    const t = words.for(viewer.reader)
    const refused = refusal.code === 'changed-meanwhile' ? t('rules.changed-meanwhile') : t('rehearsal.gone')
    return showList(here, { refused }, 409)
  })
}

type Asked = {
  readonly change: Change
  readonly version: number
  readonly step: string
  readonly action: string
  readonly typed: Typed
  readonly hasForm: boolean
}
type Refuse = (refusal: ChangeRefusal) => Promise<Response>

async function take(here: Here, asked: Asked, refused: Refuse): Promise<Response> {
  const { c, platform, viewer, seen } = here
  const { change, version, step } = asked
  const accountId = seen.account.id
  if (step === 'save') {
    const saved = await transact(platform.db, (tx) => changeRules(tx, viewer, { accountId, change, version }))
    if (!saved.ok) return refused(saved.refusal)
    platform.wake()
    return seeOther(c, `${accountRulesPath.to(seen.account.identifier)}?done=saved`)
  }
  const now = await bookOf(platform.db, accountId)
  const groups = await groupsNamedBy(platform.db, accountId, draftIn(change))
  const power = { by: viewer, held: seen.rights, tree: seen.tree, groups }
  const planned = plan(now, power, { change, version })
  if (!planned.ok) return refused(planned.refusal)
  const books = { now, after: planned.value.after }
  const rehearsed = await rehearseRules(platform.db, seen, books, viewer.now)
  const from = Number(/^from-(\d+)$/.exec(step)?.[1] ?? 0)
  return html(c, <RehearsalPage {...ofRules(here)} {...asked} {...{ books, rehearsed, from }} />)
}

async function formAgain(
  here: Here,
  shown: Pick<Shown, 'id' | 'typed'>,
  { refusal, unreadable }: { readonly refusal: ChangeRefusal; readonly unreadable: string | null },
): Promise<Response> {
  const t = words.for(here.viewer.reader)
  if (refusal.code === 'not-found') return here.c.notFound()
  if (refusal.code === 'unfit') {
    const domains =
      unreadable === null ? {} : { domains: t('error.domains.unreadable', { domain: unreadable }) }
    return showForm(here, { ...shown, errors: { ...sayProblems(here, refusal.problems), ...domains } }, 422)
  }
  const refused =
    refusal.code === 'too-many' ? t('rules.too-many', { max: refusal.max }) : t('rules.changed-meanwhile')
  return showForm(here, { ...shown, refused }, 409)
}

// Where the form shows a problem of a part.
const fields = {
  groups: 'groupId',
  roles: 'role',
  role: 'giveRole',
  give: 'giveId',
  where: 'whereId',
  text: 'textEn',
} as const

function sayProblems({ viewer }: Pick<Here, 'viewer'>, problems: DraftProblems): FieldErrors {
  const t = words.for(viewer.reader)
  return Object.fromEntries(
    Object.entries(problems).map(([part, problem]) => {
      const key = `error.${part}.${problem}` as 'error.where.none'
      const field = part === 'where' && problem === 'outside' ? 'where' : (fields[part as 'role'] ?? part)
      return [field, t(key)]
    }),
  )
}

function sayUnknown(
  { viewer }: Pick<Here, 'viewer'>,
  unknown: Readonly<Record<string, readonly string[]>>,
): FieldErrors {
  const t = words.for(viewer.reader)
  return Object.fromEntries(
    Object.entries(unknown).map(([field, names]) => [field, t('error.names', { names: names.join(', ') })]),
  )
}

function choices({ viewer }: Pick<Here, 'viewer'>, errors: FieldErrors): FieldErrors {
  const t = words.for(viewer.reader)
  return Object.fromEntries(
    Object.entries(errors).map(([field, key]) => {
      // A field that our forms always send was not there, or holds what they never send.
      if (key !== 'error.choice') throw new MalformedForm(field)
      return [field, t('error.choice')]
    }),
  )
}
