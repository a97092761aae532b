import { requestPath } from '../../paths/access-requests.ts'
import { queuePath } from '../../paths/decisions.ts'
import type { FieldErrors, Typed } from '../../platform/http/index.ts'
import type { Crumb, FormError } from '../../ui/index.ts'
import type { Words } from '../messages/index.ts'
import type { DecideErrorKey } from './decide.form.ts'

/** What a form shows again: what was typed, what is wrong at a field, and all that is wrong for the top. */
export type Again = {
  readonly value: (name: string) => string | undefined
  readonly values: (name: string) => readonly string[]
  readonly error: (name: string) => string | undefined
  readonly failed: boolean
  readonly summary: readonly FormError[]
}

const groups = new Set(['scope', 'role', 'end', 'va', 'code', 'block', 'what'])

/** Makes the fields of a form again from what came in. */
export function againOf(
  t: Words,
  given: { readonly typed?: Typed | undefined; readonly errors?: FieldErrors | undefined },
): Again {
  const { typed = {}, errors = {} } = given
  const said = (name: string) => {
    const key = errors[name]
    return key === undefined ? undefined : t(key as DecideErrorKey)
  }
  const names = Object.keys(errors)
  return {
    value: (name) => (typeof typed[name] === 'string' ? typed[name] : undefined),
    values: (name) => {
      const value = typed[name] ?? []
      return typeof value === 'string' ? [value] : value
    },
    error: said,
    failed: names.length > 0,
    summary: names.map((name) => ({ field: fieldId(name), message: said(name) ?? '' })),
  }
}

// Nothing to focus for a hidden field; the first choice of a group stands for the group.
function fieldId(name: string): string | undefined {
  if (name === 'version' || name === 'form' || name === 'confirmed') return undefined
  return groups.has(name) ? `${name}-1` : name
}

/** The way to a page about a request: the queue, the request, this page. */
export function crumbs(
  t: Words,
  request: { readonly id: string; readonly reference: string },
  here: string,
): Crumb[] {
  return [
    { label: t('queue.title'), href: queuePath.to() },
    { label: request.reference, href: requestPath.to(request.id) },
    { label: here },
  ]
}
