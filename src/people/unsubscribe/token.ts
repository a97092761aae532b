import { createHmac, timingSafeEqual } from 'node:crypto'
import type { PersonId } from '../../kernel/id.ts'
import { unsubscribePath } from '../../paths/people.ts'
import type { Platform } from '../../platform/platform.ts'

/** What may be turned off from a mail: reminders, and the daily mail. */
export const unsubscribable = ['reminder', 'digest'] as const
/** One of them. */
export type Unsubscribable = (typeof unsubscribable)[number]

const shape = /^([0-9a-f]{32})\.(reminder|digest)\.([A-Za-z0-9_-]{22})$/

function markOf({ key }: Pick<Platform, 'key'>, person: string, what: string): string {
  const mark = createHmac('sha256', key).update(`unsubscribe\n${person}\n${what}`).digest()
  return mark.subarray(0, 16).toString('base64url')
}

/** Where a mail program, or the reader of a mail, turns off one kind of mail for one person, and nothing else. */
export function unsubscribeUrl(
  desk: Pick<Platform, 'key' | 'publicUrl'>,
  { personId, what }: { personId: string; what: Unsubscribable },
): string {
  const person = personId.replaceAll('-', '')
  return `${desk.publicUrl}${unsubscribePath.to(`${person}.${what}.${markOf(desk, person, what)}`)}`
}

/** Whose mail a token turns off, and which; undefined for one we did not make. */
export function readUnsubscribeToken(
  desk: Pick<Platform, 'key'>,
  token: string,
): { readonly personId: PersonId; readonly what: Unsubscribable } | undefined {
  const [, person = '', what, mark = ''] = shape.exec(token) ?? []
  if (what !== 'reminder' && what !== 'digest') return undefined
  const made = Buffer.from(markOf(desk, person, what))
  if (!timingSafeEqual(made, Buffer.from(mark))) return undefined
  const id = person.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
  return { personId: id as PersonId, what }
}
