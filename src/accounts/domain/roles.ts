/** The roles that a grant can carry, from the least to the most, as stored. */
export const roles = ['VV', 'VU', 'VA', 'SV', 'SU', 'AG', 'SA'] as const
/**
 * A named set of actions in one account: virtual account viewer, user, administrator; account viewer, user;
 * agreement approver (cannot decide access requests); account administrator.
 */
export type Role = (typeof roles)[number]

/** The offices of the installation: support agent and operator. They are held by people, never granted in an account. */
export type Office = 'SP' | 'OP'

export const virtualRoles = ['VV', 'VU', 'VA'] as const satisfies readonly Role[]
export const accountRoles = ['SV', 'SU', 'AG', 'SA'] as const satisfies readonly Role[]

/** Whether the role is held in a virtual account and its children; the others are held in the whole account. */
export function isVirtualRole(role: Role): boolean {
  return (virtualRoles as readonly Role[]).includes(role)
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
export function reachOf(holder: Role | Office, action: Action): Reach {
  return reachByHolder.get(holder)?.get(action) ?? 'nowhere'
}

/** The actions a role consists of, each with its reach; a role never contains an action that reaches nowhere. */
export function actionsOf(role: Role): readonly Action[] {
  return actions.filter((action) => reachOf(role, action) !== 'nowhere')
}

/** Whether the holder can do the action only together with a second person. */
export function takesTwo(holder: Role | Office, action: Action): boolean {
  return mark(holder, action) === '②'
}

/** Whether the role lets its holder give roles to others; giving or taking one asks for a recent sign-in. */
export function isAdministratorRole(role: Role): boolean {
  return reachOf(role, 'change-people') !== 'nowhere'
}
