import type { FieldErrors } from '../../platform/http/index.ts'
import type { Reader } from '../../platform/i18n/reader.ts'
import { words } from '../messages/index.ts'
import type { RoleErrorKey } from './role.form.ts'

/** What is wrong with the form of a role, as sentences; the boxes of actions are one field. */
export function saidErrors(reader: Reader, errors: FieldErrors): FieldErrors {
  const t = words.for(reader)
  return Object.fromEntries(
    Object.entries(errors).map(([field, key]) => {
      const known = key.startsWith('form.error.') ? (key as RoleErrorKey) : 'form.error.form'
      return [field === 'action' ? 'actions' : field, t(known)]
    }),
  )
}
