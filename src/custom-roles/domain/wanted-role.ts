import {
  basicActions,
  completed,
  type CustomRoleRefusal,
  type RoleChanges,
  type RoleReach,
} from '../../accounts/domain/custom-role.ts'
import { type Action, actions } from '../../accounts/domain/roles.ts'
import type { PersonId } from '../../kernel/id.ts'
import { done, type Outcome, refuse } from '../../kernel/outcome.ts'
import { clean, lengthOf } from '../../kernel/written.ts'
import { asSeen } from '../../people/domain/look-alike.ts'

export const longestName = 60
export const longestDescription = 300
/** How many roles of its own an account has in use. */
export const mostRoles = 50

/** What somebody wants a role to be. */
export type WantedRole = {
  readonly name: string
  readonly description: string
  readonly reach: RoleReach
  readonly actions: readonly Action[]
}

/** What a role says of itself, beside what it may do. */
export type RoleText = Pick<WantedRole, 'name' | 'description'>

/** What a change of a role does to those who hold it. */
export type RoleEffects = RoleChanges & {
  readonly people: readonly PersonId[]
  /** How many rules give it. */
  readonly rules: number
  /** Names just these effects, so that what is confirmed is what was shown. */
  readonly mark: string
}

/** Why nothing was done with a role of an account's own. */
export type RoleRefusal =
  | CustomRoleRefusal
  | { readonly code: 'not-found' }
  | { readonly code: 'name-unfit' }
  | { readonly code: 'name-taken' }
  | { readonly code: 'name-built-in' }
  | { readonly code: 'description-unfit' }
  | { readonly code: 'no-actions' }
  | { readonly code: 'stale-version' }
  | { readonly code: 'to-confirm'; readonly effects: RoleEffects }
  | { readonly code: 'nothing-changed' }
  | { readonly code: 'retired' }
  | { readonly code: 'not-retired' }
  | { readonly code: 'still-given' }
  | { readonly code: 'given-by-rules'; readonly rules: number }
  | { readonly code: 'too-many-roles'; readonly max: number }

/** The name and the description as they are kept; `builtIn` are the names that readers know already. */
export function readText(
  { name, description }: RoleText,
  builtIn: readonly string[],
): Outcome<RoleText, RoleRefusal> {
  const text = { name: oneLine(name), description: clean(description) }
  const [problem] = textProblems(text, builtIn)
  return problem ? refuse({ code: problem }) : done(text)
}

/** All that is wrong with the name and the description, at most one thing with each. */
export function textProblems(
  { name: typed, description }: RoleText,
  builtIn: readonly string[],
): readonly ('name-unfit' | 'name-built-in' | 'description-unfit')[] {
  const name = oneLine(typed)
  const isUnfit = !/\p{L}|\p{N}/u.test(name) || lengthOf(name) > longestName
  const isBuiltIn = !isUnfit && builtIn.some((one) => looksLike(one, name))
  return [
    ...(isUnfit ? (['name-unfit'] as const) : []),
    ...(isBuiltIn ? (['name-built-in'] as const) : []),
    ...(lengthOf(clean(description)) > longestDescription ? (['description-unfit'] as const) : []),
  ]
}

function oneLine(text: string): string {
  return clean(text).replace(/\s+/gu, ' ')
}

// A capital may look like another letter than its small one does.
function looksLike(one: string, other: string): boolean {
  return looksOf(one) === looksOf(other) || looksOf(one) === looksOf(other.toLowerCase())
}

// As a reader takes it: letters alone, however they are written, whatever stands between them.
function looksOf(name: string): string {
  return asSeen(name).replace(/[^\p{L}\p{N}]+/gu, '')
}

/** Whether two sets contain the same actions. */
export function isSameSet(one: readonly Action[], other: readonly Action[]): boolean {
  return one.length === other.length && one.every((action) => other.includes(action))
}

/** What a role was at one of its versions. */
export type Content = RoleText & Pick<WantedRole, 'actions'>

/** The subjects that actions are about, in the order in which a form shows them. */
export const subjects = ['people', 'requests', 'virtual-accounts', 'rules', 'history', 'account'] as const
export type Subject = (typeof subjects)[number]

const subjectOf: Partial<Record<Action, Subject>> = {
  'see-people': 'people',
  'change-people': 'people',
  'change-groups': 'people',
  'see-requests': 'requests',
  'decide-requests': 'requests',
  'delegate-decisions': 'requests',
  'see-virtual-accounts': 'virtual-accounts',
  use: 'virtual-accounts',
  'create-virtual-account': 'virtual-accounts',
  'change-virtual-account': 'virtual-accounts',
  'change-rules': 'rules',
  'see-event-log': 'history',
  'export-event-log': 'history',
}

/** Actions by their subjects, in the order of both; a subject of none of them is left out. */
export function bySubject(
  among: readonly Action[],
): readonly { readonly subject: Subject; readonly actions: readonly Action[] }[] {
  return subjects
    .map((subject) => ({
      subject,
      actions: actions.filter(
        (action) => among.includes(action) && (subjectOf[action] ?? 'account') === subject,
      ),
    }))
    .filter((group) => group.actions.length > 0)
}

/** What chosen actions need beyond themselves and what every role contains. */
export function addedTo(chosen: readonly Action[]): readonly Action[] {
  const basic: readonly Action[] = basicActions
  return completed(chosen).filter((action) => !chosen.includes(action) && !basic.includes(action))
}
