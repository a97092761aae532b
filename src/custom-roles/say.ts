import { accountWords } from '../accounts/index.ts'
import type { Action } from '../accounts/domain/roles.ts'
import { type FieldErrors, listOf, textOf as typedIn, type Typed } from '../platform/http/index.ts'
import type { Reader } from '../platform/i18n/reader.ts'
import type { RoleErrorKey } from './change-role/role.form.ts'
import { type RoleRefusal, textProblems } from './domain/wanted-role.ts'
import { words } from './messages/index.ts'
import { builtInNames } from './names.ts'

type Spoken = Pick<Reader, 'locale'>

const lists = {
  en: new Intl.ListFormat('en-GB', { type: 'conjunction' }),
  fr: new Intl.ListFormat('fr-FR', { type: 'conjunction' }),
}

/** "Ana, Ben and Vera". */
export function listed({ locale }: Spoken, names: readonly string[]): string {
  return lists[locale].format(names)
}

/** An action as a label: "See users". */
export function sayAction(reader: Spoken, action: Action): string {
  return accountWords.for(reader)(`action.${action}`)
}

/** Actions one after the other: "See users · Read the event log". */
export function sayActions(reader: Spoken, actions: readonly Action[]): string {
  return actions.map((action) => sayAction(reader, action)).join(' · ')
}

/** What a refused person is told, with what status, and at which field. */
export type SaidRefusal = {
  readonly status: 403 | 404 | 409 | 422
  readonly text: string
  readonly field?: 'name' | 'description' | 'actions'
}

const statuses: Readonly<Record<RoleRefusal['code'], SaidRefusal['status']>> = {
  'not-found': 404,
  'name-unfit': 422,
  'name-taken': 422,
  'name-built-in': 422,
  'description-unfit': 422,
  'no-actions': 422,
  'unknown-action': 422,
  incomplete: 422,
  'wider-than-author': 403,
  'own-role': 403,
  'recent-sign-in-needed': 403,
  'stale-version': 409,
  'to-confirm': 409,
  'nothing-changed': 422,
  retired: 409,
  'not-retired': 409,
  'still-held': 409,
  'still-given': 409,
  'given-by-rules': 409,
  'too-many-roles': 409,
}
const fields: Partial<Record<RoleRefusal['code'], NonNullable<SaidRefusal['field']>>> = {
  'name-unfit': 'name',
  'name-taken': 'name',
  'name-built-in': 'name',
  'description-unfit': 'description',
  'no-actions': 'actions',
  'unknown-action': 'actions',
  incomplete: 'actions',
}

/** The sentence for why something about a role was not done. */
export function sayRefusal(reader: Spoken, refusal: RoleRefusal): SaidRefusal {
  const field = fields[refusal.code]
  return { status: statuses[refusal.code], text: textOf(reader, refusal), ...(field ? { field } : {}) }
}

function textOf(reader: Spoken, refusal: RoleRefusal): string {
  const t = words.for(reader)
  switch (refusal.code) {
    case 'unknown-action':
      return t('refusal.unknown-action', { action: sayAction(reader, refusal.action) })
    case 'incomplete':
      return t('refusal.incomplete', { actions: sayActions(reader, refusal.missing) })
    case 'wider-than-author':
      return refusal.actions.length === 0
        ? t('refusal.wider-there')
        : t('refusal.wider-than-author', { actions: sayActions(reader, refusal.actions) })
    case 'still-held':
      return t('refusal.still-held', { n: refusal.holders })
    case 'given-by-rules':
      return t('refusal.given-by-rules', { n: refusal.rules })
    case 'too-many-roles':
      return t('refusal.too-many-roles', { max: refusal.max })
    default:
      return t(`refusal.${refusal.code}`)
  }
}

/** The first of several people, and how many more there are: "Ana Roux, Ben Keller and 3 more". */
export function sayNames(reader: Spoken, first: readonly { readonly name: string }[], n: number): string {
  const names = first.map(({ name }) => name)
  if (n <= names.length) return listed(reader, names)
  return words.for(reader)('role.holders-more', { names: names.join(', '), n: n - names.length })
}

/** All that is wrong with what was typed into the form of a role, beside what the form itself says. */
export function saidMistakes(reader: Spoken, typed: Typed): FieldErrors {
  const text = { name: typedIn(typed, 'name'), description: typedIn(typed, 'description') }
  const none = listOf(typed, 'action').length === 0 ? (['no-actions'] as const) : []
  return Object.fromEntries(
    [...textProblems(text, builtInNames()), ...none].map((code) => {
      const { field = 'name', text: said } = sayRefusal(reader, { code })
      return [field, said]
    }),
  )
}

const order = ['name', 'description', 'reach', 'actions']

/** Mistakes in the order of the fields they belong to. */
export function inOrder(errors: FieldErrors): FieldErrors {
  const places = ([field]: readonly [string, string]) => order.indexOf(field)
  return Object.fromEntries(Object.entries(errors).toSorted((one, other) => places(one) - places(other)))
}

/** What is wrong with the form of a role, as sentences; the boxes of actions are one field. */
export function saidErrors(reader: Spoken, errors: FieldErrors): FieldErrors {
  const t = words.for(reader)
  return Object.fromEntries(
    Object.entries(errors).map(([field, key]) => {
      const known = key.startsWith('form.error.') ? (key as RoleErrorKey) : 'form.error.form'
      return [field === 'action' ? 'actions' : field, t(known)]
    }),
  )
}
