import { type Id, isId } from '../../kernel/id.ts'

/** The roles that a grant can carry, from the least to the most, as stored. */
export const roles = ['VV', 'VU', 'VA', 'SV', 'SU', 'AG', 'SA'] as const
/**
 * A named set of actions in one account: virtual account viewer, user, administrator; account viewer, user;
 * agreement approver (cannot decide access requests); account administrator.
 */
export type Role = (typeof roles)[number]

/**
 * A role that an account made for itself, as it is given: a named set of actions that reaches the whole account, or
 * the virtual accounts it is held in. What it contains is decided by `custom-role.ts`.
 */
export type CustomRole = {
  readonly id: CustomRoleId
  readonly name: string
  readonly version: number
  readonly reach: 'ACCOUNT' | 'VIRTUAL'
  readonly actions: readonly Action[]
  /** Never there: a role has a name, which keeps it out of the facts of an event; see `recorded`. */
  readonly notAFact?: () => never
}
export type CustomRoleId = Id<'custom-role'>

/** What a grant carries: a built-in role by its code, or a role of the account's own. */
export type GrantedRole = Role | CustomRole

/** The offices of the installation: support agent and operator. They are held by people, never granted in an account. */
export type Office = 'SP' | 'OP'

export const virtualRoles = ['VV', 'VU', 'VA'] as const satisfies readonly Role[]
export const accountRoles = ['SV', 'SU', 'AG', 'SA'] as const satisfies readonly Role[]

/** Whether the role is held in a virtual account and its children; the others are held in the whole account. */
export function isVirtualRole(role: GrantedRole): boolean {
  if (isCustom(role)) return role.reach === 'VIRTUAL'
  return (virtualRoles as readonly Role[]).includes(role)
}

/** Whether the role is one that the account made for itself. */
export function isCustom(role: GrantedRole | Office): role is CustomRole {
  return typeof role === 'object'
}

/** Whether two names of roles mean the same role; of two versions of a custom role, too. */
export function isSameRole(one: GrantedRole | null, other: GrantedRole | null): boolean {
  return one === null || other === null ? one === other : keyOf(one) === keyOf(other)
}

/** The role in one word, for forms, addresses and comparing: its code, or the id of a custom role. */
export function keyOf(role: GrantedRole): string {
  return isCustom(role) ? role.id : role
}

/** The code under which a grant stores the role: its own, or that of custom roles in the account or in a part of it. */
export function codeOf(role: GrantedRole): Role | 'CA' | 'CV' {
  if (!isCustom(role)) return role
  return role.reach === 'ACCOUNT' ? 'CA' : 'CV'
}

/** A role named by ids alone: its code, or which version of which custom role. */
export type NamedRole = Role | { readonly custom: CustomRoleId; readonly version: number }

/** The role as events name it. */
export function recorded(role: GrantedRole): NamedRole {
  return isCustom(role) ? { custom: role.id, version: role.version } : role
}

/** The role that an event names; undefined when that is none. */
export function readRecorded(fact: unknown): NamedRole | undefined {
  if (typeof fact === 'string') return isRole(fact) ? fact : undefined
  if (typeof fact !== 'object' || fact === null || !('custom' in fact && 'version' in fact)) return undefined
  return { custom: String(fact.custom) as CustomRoleId, version: Number(fact.version) }
}

/** The role as the choice of a form: its code, or the custom role at the version that is shown. */
export function choiceOf(role: GrantedRole | NamedRole): string {
  if (typeof role === 'string') return role
  return `${'custom' in role ? role.custom : role.id}.${role.version}`
}

/** The role that was chosen in a form; undefined when that is none. What it names may not exist, or no longer so. */
export function readChoice(text: string): NamedRole | undefined {
  if (isRole(text)) return text
  const [, custom, version] = /^([0-9a-f-]{36})\.(\d{1,9})$/.exec(text) ?? []
  if (custom === undefined || !isId(custom)) return undefined
  return { custom: custom as CustomRoleId, version: Number(version) }
}

/** Whether a text from outside is one of the stored role codes. */
export function isRole(text: string): text is Role {
  return (roles as readonly string[]).includes(text)
}

/**
 * Who may do what: ● yes, ◐ in the virtual accounts the role is held in and their children, ○ no, ② yes, with a
 * second person. `use` stands for what a user may do and a viewer may not in the systems behind the account.
 */
// biome-ignore format: a table is read by its columns
const matrix = {
  //                             VV  VU  VA  SV  SU  AG  SA  SP  OP
  'see-account':                 '●   ●   ●   ●   ●   ●   ●   ●   ●',
  'see-virtual-accounts':        '◐   ◐   ◐   ●   ●   ●   ●   ●   ●',
  use:                           '○   ◐   ◐   ○   ●   ○   ●   ○   ○',
  'see-people':                  '○   ○   ◐   ○   ○   ●   ●   ●   ●',
  'change-people':               '○   ○   ◐   ○   ○   ○   ●   ○   ○',
  'change-administrators':       '○   ○   ○   ○   ○   ○   ②   ○   ○',
  'change-groups':               '○   ○   ◐   ○   ○   ○   ●   ○   ○',
  'create-virtual-account':      '○   ○   ○   ○   ○   ○   ●   ○   ○',
  'change-virtual-account':      '○   ○   ◐   ○   ○   ○   ●   ○   ○',
  'edit-account':                '○   ○   ○   ○   ○   ●   ●   ○   ○',
  'change-settings':             '○   ○   ○   ○   ○   ○   ●   ○   ○',
  'make-restricted':             '○   ○   ○   ○   ○   ○   ●   ○   ●',
  'ask-to-change-account':       '○   ○   ○   ○   ○   ○   ●   ○   ○',
  'change-account':              '○   ○   ○   ○   ○   ○   ○   ②   ②',
  'accept-agreements':           '○   ○   ○   ○   ○   ●   ●   ○   ○',
  'see-requests':                '○   ○   ◐   ○   ○   ○   ●   ●   ●',
  'decide-requests':             '○   ○   ◐   ○   ○   ○   ●   ○   ○',
  'decide-for-vacant-account':   '○   ○   ○   ○   ○   ○   ○   ②   ○',
  'change-rules':                '○   ○   ◐   ○   ○   ○   ●   ○   ○',
  'delegate-decisions':          '○   ○   ●   ○   ○   ○   ●   ○   ○',
  'see-event-log':               '○   ○   ◐   ○   ○   ●   ●   ●   ●',
  'export-event-log':            '○   ○   ◐   ○   ○   ○   ●   ○   ●',
  'answer-cases':                '○   ○   ○   ○   ○   ○   ○   ●   ●',
} as const

/** One thing a person can do; the unit of every permission question. */
export type Action = keyof typeof matrix
export const actions = Object.keys(matrix) as readonly Action[]

/** How far a role carries an action: the whole account, the virtual accounts it is held in, or not at all. */
export type Reach = 'everywhere' | 'own' | 'nowhere'

const columns = ['VV', 'VU', 'VA', 'SV', 'SU', 'AG', 'SA', 'SP', 'OP'] as const
const reaches: Readonly<Record<string, Reach>> = {
  '●': 'everywhere',
  '②': 'everywhere',
  '◐': 'own',
  '○': 'nowhere',
}

function mark(holder: Role | Office, action: Action): string {
  return matrix[action].split(/ +/)[columns.indexOf(holder)] as string
}

const reachByHolder = new Map(
  columns.map((holder) => [
    holder,
    new Map(actions.map((action) => [action, reaches[mark(holder, action)] as Reach])),
  ]),
)

/** How far the role or office carries the action. */
export function reachOf(holder: GrantedRole | Office, action: Action): Reach {
  if (isCustom(holder)) return reachOfCustom(holder, action)
  return reachByHolder.get(holder)?.get(action) ?? 'nowhere'
}

// A custom role carries an action as far as the built-in administrator of the same scope does.
function reachOfCustom({ reach, actions: contained }: CustomRole, action: Action): Reach {
  return contained.includes(action) ? reachOf(reach === 'ACCOUNT' ? 'SA' : 'VA', action) : 'nowhere'
}

/** The actions a role consists of, each with its reach; a role never contains an action that reaches nowhere. */
export function actionsOf(role: GrantedRole): readonly Action[] {
  return actions.filter((action) => reachOf(role, action) !== 'nowhere')
}

/** Whether the holder can do the action only together with a second person. */
export function takesTwo(holder: GrantedRole | Office, action: Action): boolean {
  return !isCustom(holder) && mark(holder, action) === '②'
}

/** Whether the role lets its holder give roles to others; giving or taking one asks for a recent sign-in. */
export function isAdministratorRole(role: GrantedRole): boolean {
  return reachOf(role, 'change-people') !== 'nowhere'
}
